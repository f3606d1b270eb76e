import { createHash } from "node:crypto";
import { canonicalJson } from "#domain/canonical-json.ts";
import type { Item } from "#domain/item.ts";
import type { Light } from "#domain/light/light.ts";
import { latestReports } from "../lights/published.ts";
import { readLightRollup } from "../lights/rollup.ts";
import { rulesIn } from "../lights/rule-sets.ts";
import { readRollup } from "../rollup.ts";
import type { Db } from "../schema.ts";

/** Of the form beneath: it counts up when that changes, so that a hash is always of a known form. */
const FORM = 1;

/**
 * All that is published of a month, in one fixed order: items in effect, reports in their latest version, lights, the
 * rules that made them, the counts of both. Whatever was not part of the month when it was published is not in it.
 */
export async function monthContent(db: Db, month: string): Promise<{ json: string; hash: string }> {
  const [items, reports, lights, rules, counts, lightCounts] = await Promise.all([
    db
      .selectFrom("item_version as v")
      .innerJoin("item_text as t", "t.version_id", "v.id")
      .select(["v.item_id", "v.as_of", "v.stage", "v.stage_words", "v.counted", "v.root", "t.record"])
      .where("v.as_of", "<=", month)
      .where("v.until", ">", month)
      .orderBy("v.ordinal")
      .execute(),
    latestReports(db, month),
    db.selectFrom("item_light").select(["item_id", "record"]).where("month", "=", month).execute(),
    rulesIn(db, month),
    readRollup(db, month),
    readLightRollup(db, month),
  ]);
  const json = canonicalJson({
    form: FORM,
    month,
    items: items.map(({ item_id, as_of, stage, stage_words, counted, root, record }) => ({
      id: item_id,
      since: as_of,
      stage,
      stageWords: stage_words,
      counted: counted === 1,
      root,
      record: JSON.parse(record) as Item,
    })),
    reports,
    lights: Object.fromEntries(lights.map(({ item_id, record }) => [item_id, JSON.parse(record) as Light])),
    rules: { version: rules.version, rules: rules.rules },
    counts: sorted(counts),
    lightCounts: sorted(lightCounts),
  });
  return { json, hash: sha256(json) };
}

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Of a frozen month's content, what its ledger is made of again. */
export type FrozenContent = {
  items: { id: string; counted: boolean; root: string; record: Item }[];
  lights: Record<string, Light>;
};

const sorted = <T>(cells: readonly T[]): T[] =>
  cells
    .map((cell) => [canonicalJson(cell), cell] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, cell]) => cell);
