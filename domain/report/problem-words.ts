import type { Words } from "../look/words.ts";
import type { PROBLEM_KINDS } from "./report.ts";

const say = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** Kinds of problem as screens, sheets and exports name them. */
export const PROBLEM_KIND_WORDS: Record<(typeof PROBLEM_KINDS)[number], Words> = {
  funds: say("资金", "Funds"),
  land: say("用地", "Land"),
  approval: say("审批", "Approval"),
  environment: say("环评", "Environmental assessment"),
  resettlement: say("征拆安置", "Resettlement"),
  design: say("设计", "Design"),
  coordination: say("协调", "Coordination"),
  other: say("其他", "Other"),
};
