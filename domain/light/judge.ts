import { STARTED_STAGES } from "../measure.ts";
import { parseMoney } from "../money.ts";
import { monthsBetween } from "../month.ts";
import type { ReportContent } from "../report/report.ts";
import type { Finding, Light } from "./light.ts";
import type { Color, LightState } from "./light-state.ts";
import { rankOf } from "./light-state.ts";
import type { RuleSet, Rules } from "./rules.ts";

/** What a light looks at: what a unit said of an item, and when. */
export type Said = {
  /** null: the unit has said nothing of this month. */
  content: Pick<
    ReportContent,
    | "stage"
    | "backReason"
    | "plannedPercent"
    | "actualPercent"
    | "startPlannedOn"
    | "startActualOn"
    | "investment"
  > | null;
  item: string;
  unit: string | null;
  month: string;
  carriedFrom?: string | null;
};

type Verdict = { state: Color | "notDue"; finding: Finding };

/**
 * The light of what one unit says of one item for a month: the worst that a rule finds, the first rule of equals.
 * Suspended work has no colour whatever its figures, cancelled work none that could apply.
 */
export function lightOf(said: Said, { rules, version }: Pick<RuleSet, "rules" | "version">): Light {
  const { content, item, unit, month, carriedFrom = null } = said;
  const light = (state: LightState, finding: Finding | null = null): Light => ({
    state,
    finding,
    version,
    unit,
    item,
    reason: state === "suspended" ? (content?.backReason ?? null) : null,
    carriedFrom,
    override: null,
  });
  if (content === null) return light("unreported");
  if (content.stage === "suspended") return light("suspended");
  if (content.stage === "cancelled") return light("notApplicable");
  const verdicts = [progressOf(content, rules), startOf(content, month, rules), fundsOf(content, rules)];
  const worst = verdicts.reduce(
    (one, other) =>
      other !== null && (one === null || rankOf(other.state) > rankOf(one.state)) ? other : one,
    null,
  );
  return worst === null ? light("notApplicable") : light(worst.state, worst.finding);
}

type Content = NonNullable<Said["content"]>;

/** In whole tenths of a point: 10.0 and 30.0 are met exactly, which no difference of fractions promises. */
function progressOf({ plannedPercent, actualPercent }: Content, { progress }: Rules): Verdict | null {
  if (progress === null || plannedPercent === null || actualPercent === null) return null;
  const [planned, actual] = [Math.round(plannedPercent * 10), Math.round(actualPercent * 10)];
  const behind = planned - actual;
  const state = behind > progress.redAbove ? "red" : behind >= progress.yellowFrom ? "yellow" : "green";
  return { state, finding: { rule: "progress", planned, actual, behind } };
}

/** Started is what has a day of start by the month's end, or stands at construction or beyond. */
function startOf(content: Content, month: string, { start }: Rules): Verdict | null {
  const { startPlannedOn: plannedOn, startActualOn: startedOn, stage } = content;
  if (start === null || plannedOn === null) return null;
  const overdue = monthsBetween(plannedOn, month);
  const started =
    (startedOn !== null && monthsBetween(startedOn, month) >= 0) ||
    (STARTED_STAGES as readonly string[]).includes(stage);
  const state = started
    ? "green"
    : overdue < 0
      ? "notDue"
      : overdue >= start.redFrom
        ? "red"
        : overdue >= start.yellowFrom
          ? "yellow"
          : "green";
  return { state, finding: { rule: "start", plannedOn, started, startedOn, overdue } };
}

/** In whole 分. Where the plan asks for nothing there is nothing to fall short of. */
function fundsOf({ investment }: Content, { funds }: Rules): Verdict | null {
  if (funds === null) return null;
  const { planned, actual } = investment[funds.basis];
  if (planned === null || actual === null || parseMoney(planned) <= 0n) return null;
  const isPaid = parseMoney(actual) * 1000n >= parseMoney(planned) * BigInt(funds.requirement);
  return {
    state: isPaid ? "green" : "red",
    finding: { rule: "funds", basis: funds.basis, planned, actual },
  };
}
