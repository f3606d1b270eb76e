/** Names of states and slips: screen and papers say the same. */
import type { Words } from "../look/words.ts";
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
