/** Names of states, slips and kinds: screen and papers say the same, and records are found by them. */
import type { Words } from "../look/words.ts";
import type { Rectification } from "./inspection.ts";
import type { PublicationKind } from "./publication.ts";
import type { Slip } from "./slip.ts";
import type { TaskState } from "./task.ts";

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

export const PUBLICATION_KIND_WORDS: Readonly<Record<PublicationKind, Words>> = {
  bulletin: say("简报", "Bulletin"),
  handbook: say("学习手册", "Handbook"),
  compilation: say("资料汇编", "Compilation"),
  notice: say("通知", "Notice"),
};
