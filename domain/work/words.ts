/** Names of states, slips and kinds: screen and papers say the same, and records are found by them. */
import type { Words } from "../look/words.ts";
import type { APPROVAL_KINDS, APPROVAL_LEVELS, ApprovalState } from "./approval.ts";
import type { BoardColumn } from "./board.ts";
import type { Rectification } from "./inspection.ts";
import type { MeasureState } from "./measure.ts";
import type { MEETING_KINDS } from "./meeting.ts";
import type { PolicyClass } from "./policy-table.ts";
import type { PublicationKind } from "./publication.ts";
import type { Slip } from "./slip.ts";
import type { TaskState } from "./task.ts";

type MeetingKind = (typeof MEETING_KINDS)[number];
type ApprovalKind = (typeof APPROVAL_KINDS)[number];
type ApprovalLevel = (typeof APPROVAL_LEVELS)[number];

const say = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const TASK_STATE_WORDS: Readonly<Record<TaskState, Words>> = {
  draft: say("起草", "Draft"),
  assigned: say("已下达", "Assigned"),
  reported: say("待核", "Reported done"),
  closed: say("已办结", "Closed"),
  dropped: say("已撤销", "Dropped"),
};

export const SLIP_WORDS: Readonly<Record<Slip, Words>> = {
  blue: say("蓝色 · 临近期限", "Blue · due soon"),
  yellow: say("黄色 · 进度滞后", "Yellow · behind"),
  red: say("红色 · 超过期限", "Red · overdue"),
};

export const RECTIFICATION_WORDS: Readonly<Record<Rectification, Words>> = {
  unasked: say("未下达", "Not notified"),
  open: say("待整改", "To be put right"),
  doing: say("整改中", "Being put right"),
  reported: say("待验收", "Waits for acceptance"),
  closed: say("销号", "Struck off"),
  dropped: say("已撤销", "Dropped"),
};

export const MEETING_KIND_WORDS: Readonly<Record<MeetingKind, Words>> = {
  "leading-group": say("领导小组会议", "Leading Group"),
  joint: say("厅际联席会议", "Joint meeting of departments"),
};

export const PUBLICATION_KIND_WORDS: Readonly<Record<PublicationKind, Words>> = {
  bulletin: say("简报", "Bulletin"),
  handbook: say("学习手册", "Handbook"),
  compilation: say("资料汇编", "Compilation"),
  notice: say("通知", "Notice"),
};

export const APPROVAL_STATE_WORDS: Readonly<Record<ApprovalState, Words>> = {
  draft: say("起草", "Draft"),
  planned: say("拟报", "To be handed in"),
  accepted: say("已受理", "Accepted"),
  stopped: say("补正（停表）", "Clock stopped"),
  granted: say("已批复", "Granted"),
  refused: say("不予批准", "Refused"),
  withdrawn: say("撤回", "Withdrawn"),
};

export const MEASURE_STATE_WORDS: Readonly<Record<MeasureState, Words>> = {
  draft: say("起草", "Draft"),
  open: say("未细化", "Not made concrete"),
  detailed: say("已有措施", "Has measures"),
  effective: say("已落实", "In effect"),
  dropped: say("已撤销", "Dropped"),
};

export const APPROVAL_KIND_WORDS: Readonly<Record<ApprovalKind, Words>> = {
  proposal: say("项目建议书", "Project proposal"),
  feasibility: say("可行性研究报告", "Feasibility study"),
  environment: say("环境影响评价", "Environmental assessment"),
  land: say("用地", "Land"),
  approval: say("核准", "Approval"),
  record: say("备案", "Filing on record"),
  other: say("其他", "Other"),
};

export const APPROVAL_LEVEL_WORDS: Readonly<Record<ApprovalLevel, Words>> = {
  national: say("国家", "National"),
  regional: say("自治区", "Regional"),
  local: say("盟市", "League or city"),
};

export const BOARD_COLUMN_WORDS: Readonly<Record<BoardColumn, Words>> = {
  planned: say("项目储备", "Reserve"),
  preparation: say("前期工作", "Preparation"),
  approval: say("审批", "Being approved"),
  approved: say("已核准备案", "Approved"),
  construction: say("开工建设", "Construction"),
  completed: say("建成投用", "Completed"),
  beside: say("阶段未说明或停止", "Stage unstated, or stopped"),
};

export const CLASS_WORDS: Readonly<Record<PolicyClass, Words>> = {
  clear: say("明确", "Clear"),
  general: say("笼统", "General"),
  placeholder: say("占位", "Placeholder"),
  none: say("未分类", "Not classed"),
  vague: say("占位、未细化", "Placeholder, not made concrete"),
};
