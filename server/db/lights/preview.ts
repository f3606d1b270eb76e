import type { LightCounts } from "#domain/light/light-state.ts";
import { MOST_CHANGES, type Preview, type PreviewQuery } from "#domain/light/requests.ts";
import { publishedMonth } from "../month.ts";
import type { Db } from "../schema.ts";
import { computeLights } from "./compute.ts";
import { rulesIn } from "./rule-sets.ts";

/** Which lights of a published month other rules would change. Nothing is written. */
export async function previewRules(db: Db, { rules, month: asked }: PreviewQuery): Promise<Preview> {
  const month = await publishedMonth(db, asked);
  if (month === null) return { month, total: 0, before: {}, after: {}, changes: [] };
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
  const preview: Preview = { month, total: 0, before: {}, after: {}, changes: [] };
  for (const { item_id: id, title } of counted) {
    const [was, is] = [before.lights.get(id), after.lights.get(id)];
    if (was === undefined || is === undefined) continue;
    add(preview.before, was.state);
    add(preview.after, is.state);
    if (was.state === is.state) continue;
    preview.total += 1;
    if (preview.changes.length < MOST_CHANGES) preview.changes.push({ id, title, before: was, after: is });
  }
  return preview;
}

function add(counts: LightCounts, state: keyof LightCounts): void {
  counts[state] = (counts[state] ?? 0) + 1;
}
