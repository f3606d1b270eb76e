/** Thresholds of the rules as they are typed, and what they come to. */
import { type RuleSet, type Rules, zRules } from "#domain/light/rules.ts";

/** Tenths as they are read: 142 is 14.2, 100 is 10. */
export const tenthsWords = (tenths: number): string => String(tenths / 10);

/** A number as typed in whole and tenth parts, in tenths; null for what is none. */
export function tenthsOf(typed: string): number | null {
  const plain = typed.normalize("NFKC").replace(/%$/, "").trim();
  return /^\d{1,3}(\.\d)?$/.test(plain) ? Math.round(Number(plain) * 10) : null;
}

const wholeOf = (typed: string): number | null => {
  const plain = typed.normalize("NFKC").trim();
  return /^\d{1,2}$/.test(plain) ? Number(plain) : null;
};

export const BASES = ["month", "year", "total"] as const;

/** What stands in the fields; a rule that is off keeps what was typed. */
export type Typed = {
  progress: { isOn: boolean; yellow: string; red: string };
  start: { isOn: boolean; yellow: string; red: string };
  funds: { isOn: boolean; basis: (typeof BASES)[number]; requirement: string };
};

export const typedOf = ({ progress, start, funds }: Rules): Typed => ({
  progress: {
    isOn: progress !== null,
    yellow: progress ? tenthsWords(progress.yellowFrom) : "",
    red: progress ? tenthsWords(progress.redAbove) : "",
  },
  start: {
    isOn: start !== null,
    yellow: start ? String(start.yellowFrom) : "",
    red: start ? String(start.redFrom) : "",
  },
  funds: {
    isOn: funds !== null,
    basis: funds?.basis ?? "year",
    requirement: funds ? tenthsWords(funds.requirement) : "",
  },
});

/** Why what is typed makes no rules: a number that is none or out of bounds, red milder than yellow, no rule at all. */
export type Fault = "number" | "order" | "none";

export function rulesOf({ progress, start, funds }: Typed): { rules: Rules } | { fault: Fault } {
  if (!progress.isOn && !start.isOn && !funds.isOn) return { fault: "none" };
  const made = zRules.safeParse({
    progress: progress.isOn
      ? { yellowFrom: tenthsOf(progress.yellow), redAbove: tenthsOf(progress.red) }
      : null,
    start: start.isOn ? { yellowFrom: wholeOf(start.yellow), redFrom: wholeOf(start.red) } : null,
    funds: funds.isOn ? { basis: funds.basis, requirement: tenthsOf(funds.requirement) } : null,
  });
  if (made.success) return { rules: made.data };
  return { fault: made.error.issues.some(({ code }) => code !== "custom") ? "number" : "order" };
}

/** The set in force in a month: the highest version of those that have begun. Without a month, the newest of all. */
export function inForceIn(sets: readonly RuleSet[], month: string | undefined): RuleSet | undefined {
  return sets
    .filter(({ from }) => month === undefined || from <= month)
    .reduce<RuleSet | undefined>(
      (best, one) => (best === undefined || one.version > best.version ? one : best),
      undefined,
    );
}
