import type { LightCounts } from "#domain/light/light-state.ts";
import { MOST_CHANGES, type Preview, type PreviewMonth, type PreviewQuery } from "#domain/light/requests.ts";
import type { Rules } from "#domain/light/rules.ts";
import type { Db } from "../schema.ts";
import { computeLights } from "./compute.ts";
import { monthsToLight } from "./light-month.ts";
import { rulesIn } from "./rule-sets.ts";

/** Which lights other rules would change, month by month, the latest first. Nothing is written. */
export async function previewRules(db: Db, { rules, from }: PreviewQuery): Promise<Preview> {
  const months: Preview = [];
  let room = MOST_CHANGES;
  // One after the other: what is asked here shall hold up nobody else.
  for (const month of (await monthsToLight(db, from)).reverse()) {
    const one = await previewMonth(db, month, rules, room);
    room -= one.changes.length;
    months.push(one);
  }
  return months;
}

async function previewMonth(db: Db, month: string, rules: Rules, room: number): Promise<PreviewMonth> {
  const current = await rulesIn(db, month);
  const [before, after, counted] = await Promise.all([
    computeLights(db, month, current),
    computeLights(db, month, { rules, version: current.version + 1 }),
    db
      .selectFrom("item_version")
      .select(["item_id", "title"])
      .where("counted", "=", 1)
      .where("as_of", "<=", month)
      .where("until", ">", month)
      .orderBy("ordinal")
      .execute(),
  ]);
  const preview: PreviewMonth = { month, total: 0, before: {}, after: {}, changes: [] };
  for (const { item_id: id, title } of counted) {
    const [was, is] = [before.lights.get(id), after.lights.get(id)];
    if (was === undefined || is === undefined) continue;
    add(preview.before, was.state);
    add(preview.after, is.state);
    if (was.state === is.state) continue;
    preview.total += 1;
    if (preview.changes.length < room) preview.changes.push({ id, title, before: was, after: is });
  }
  return preview;
}

function add(counts: LightCounts, state: keyof LightCounts): void {
  counts[state] = (counts[state] ?? 0) + 1;
}
