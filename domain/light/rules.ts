import { z } from "zod";
import { zMonth } from "../month.ts";

const zMonths = z.int().min(0).max(60);
/** Percent points in tenths: 142 is 14.2. */
const zGap = z.int().min(0).max(1000);

/** What makes a light. null switches a rule off; one at least is on. */
export const zRules = z
  .strictObject({
    /** 序时进度: behind by `yellowFrom` or more is yellow, by more than `redAbove` red. */
    progress: z.strictObject({ yellowFrom: zGap, redAbove: zGap }).nullable(),
    /** 开工, not started: yellow from this many months after the planned one, 0 being that month itself. */
    start: z.strictObject({ yellowFrom: zMonths, redFrom: zMonths }).nullable(),
    /** 资金: red where less is paid than `requirement` thousandths of the plan, of the month, the year, in all. */
    funds: z
      .strictObject({ basis: z.enum(["month", "year", "total"]), requirement: z.int().min(1).max(2000) })
      .nullable(),
  })
  .superRefine(({ progress, start, funds }, ctx) => {
    const refuse = (path: string[], message: string) => ctx.addIssue({ code: "custom", path, message });
    if (progress && progress.yellowFrom > progress.redAbove)
      refuse(["progress", "redAbove"], "red begins above yellow");
    if (start && start.yellowFrom > start.redFrom) refuse(["start", "redFrom"], "red begins after yellow");
    if (!progress && !start && !funds) refuse([], "one rule at least is on");
  });
export type Rules = z.infer<typeof zRules>;

/** The rules of STANDARDS.md, which migration 5 writes as version 1. What is 1 or 2 months overdue is yellow. */
export const DEFAULT_RULES: Rules = {
  progress: { yellowFrom: 100, redAbove: 300 },
  start: { yellowFrom: 0, redFrom: 3 },
  funds: { basis: "year", requirement: 1000 },
};

/** A version of the rules. Of those whose `from` has come by a month, the highest version is in force. */
export const zRuleSet = z.strictObject({
  version: z.int().min(1),
  from: zMonth,
  rules: zRules,
  reason: z.string(),
  author: z.string(),
  at: z.string(),
});
export type RuleSet = z.infer<typeof zRuleSet>;
export const zRulesInForce = zRuleSet.pick({ version: true, rules: true });
export type RulesInForce = z.infer<typeof zRulesInForce>;
