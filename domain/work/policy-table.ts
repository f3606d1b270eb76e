/** 政策逐条落实: every policy of the ledger by one, with what the office has made of it. */

import { MEASURE_STATES, type MeasureState, READINGS, type Reading } from "./measure.ts";
import type { Search } from "./search.ts";

/** A record of the office's on a policy, as far as a table of policies asks. */
export type PolicyRecord = {
  id: string;
  state: MeasureState;
  brief: { item: string | null; reading: Reading | null };
};
/** A policy with one record of it, with none; or a record that names no policy of the ledger yet. */
export type PolicyLine<P, R> = { policy: P | null; record: R | null };

/** What a table is narrowed to: a reading, policies not classed, placeholders that are not concrete yet. */
export const CLASSES = [...READINGS, "none", "vague"] as const;
export type PolicyClass = (typeof CLASSES)[number];

/** How a policy is read: a draft has classed nothing yet. */
const readingOf = (record: PolicyRecord | null): Reading | null =>
  record === null || record.state === "draft" || record.state === "dropped" ? null : record.brief.reading;

/** True of a placeholder that has no measures yet: 占位性政策 not made concrete. */
export const isVague = (record: PolicyRecord | null): boolean =>
  readingOf(record) === "placeholder" && record?.state === "open";

/** True of a line that a class holds. */
export const isOf = (one: PolicyClass, record: PolicyRecord | null): boolean =>
  one === "vague" ? isVague(record) : one === "none" ? readingOf(record) === null : readingOf(record) === one;

/**
 * Every policy in the order given, each with its records, what is further on first; one whose records were all dropped
 * has none. Records that name no policy yet stand at the end.
 */
export function policyLines<P extends { id: string }, R extends PolicyRecord>(
  policies: readonly P[],
  records: readonly R[],
): PolicyLine<P, R>[] {
  const live = records.filter(({ state }) => state !== "dropped");
  const byItem = new Map<string | null, R[]>();
  for (const record of live) {
    const own = byItem.get(record.brief.item) ?? [];
    byItem.set(record.brief.item, own);
    own.push(record);
  }
  const rank = ({ state }: R) => -MEASURE_STATES.indexOf(state);
  const known = new Set(policies.map(({ id }) => id));
  return [
    ...policies.flatMap((policy): PolicyLine<P, R>[] => {
      const own = (byItem.get(policy.id) ?? []).toSorted((a, b) => rank(a) - rank(b));
      return own.length === 0 ? [{ policy, record: null }] : own.map((record) => ({ policy, record }));
    }),
    ...live
      .filter(({ brief: { item } }) => item === null || !known.has(item))
      .map((record) => ({ policy: null, record })),
  ];
}

/** Filters that only a record can meet: a policy that has none does not. */
const OF_RECORDS = ["state", "unit", "slip"] as const;

/**
 * Lines that a page's filters choose, of `lines` and of dropped records, which are asked for by their state alone.
 * @param met records that the filters leave
 */
export function chosenLines<P extends { id: string; title: string }, R extends PolicyRecord>(
  { lines, policies, met }: { lines: readonly PolicyLine<P, R>[]; policies: readonly P[]; met: readonly R[] },
  search: Search,
  chosen: PolicyClass | undefined,
): PolicyLine<P, R>[] {
  const ids = new Set(met.map(({ id }) => id));
  const text = (search.text ?? "").trim();
  const isOfRecords = OF_RECORDS.some((key) => search[key] !== undefined);
  const dropped = met.filter(({ state }) => state === "dropped" && search.state === "dropped");
  return [
    ...lines,
    ...dropped.map((record) => ({
      policy: policies.find(({ id }) => id === record.brief.item) ?? null,
      record,
    })),
  ].filter(({ policy, record }) => {
    if (chosen !== undefined && !isOf(chosen, record)) return false;
    if (record !== null && ids.has(record.id)) return true;
    if (isOfRecords || policy === null) return false;
    if (search.item !== undefined && search.item !== policy.id) return false;
    return `${policy.id} ${policy.title}`.includes(text);
  });
}

/** How many policies each class holds: one with several records counts by what is further on. */
export function classCounts<P extends { id: string }, R extends PolicyRecord>(
  lines: readonly PolicyLine<P, R>[],
): Record<PolicyClass, number> {
  const counts: Record<PolicyClass, number> = { clear: 0, general: 0, placeholder: 0, none: 0, vague: 0 };
  const seen = new Set<string>();
  for (const { policy, record } of lines) {
    if (policy === null || seen.has(policy.id)) continue;
    seen.add(policy.id);
    for (const one of CLASSES) if (isOf(one, record)) counts[one] += 1;
  }
  return counts;
}
