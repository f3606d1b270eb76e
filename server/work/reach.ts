import { ForbiddenError } from "#domain/error.ts";
import { type Action, allow, scopesOf, type Target, type Who } from "#domain/permission.ts";
import { filesTo } from "#domain/unit.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { unitOf } from "../db/filing/units.ts";
import { listUnits } from "../db/references.ts";
import type { Db } from "../db/schema.ts";
import type { Reach } from "../db/work/list.ts";
import { partsOf, type WorkRow, workRow } from "../db/work/rows.ts";

/** Who manages the work sees what is drawn up, and what each unit said. */
export const seesDrafts = (who: Who | null): boolean => scopesOf("work.manage", who).length > 0;

/** Whose records `who` may read, as lists and counts ask for them. */
export async function reachOf(db: Db, who: Who | null): Promise<Reach> {
  const scopes = scopesOf("work.read", who);
  const drafts = seesDrafts(who);
  if (scopes.includes("all")) return { drafts, limits: null };
  const own = who?.unit ?? null;
  if (own === null) return { drafts, limits: { leads: [], parts: [] } };
  const below = scopes.includes("below")
    ? (await listUnits(db)).filter((unit) => unit.id !== own && filesTo(unit) === own).map(({ id }) => id)
    : [];
  const leads = [...(scopes.includes("own") ? [own] : []), ...below];
  return { drafts, limits: { leads, parts: scopes.includes("part") ? [own] : [] } };
}

async function targetOf(db: Db, row: WorkRow): Promise<Target> {
  const unit = row.lead_unit === null ? null : await unitOf(db, row.lead_unit);
  return {
    unit: row.lead_unit,
    filesTo: unit === null ? null : filesTo(unit),
    parts: await partsOf(db, row),
  };
}

/** The record, where `who` may do this to it. @throws ForbiddenError, NotFoundError, UnauthorizedError */
export async function allowedWork(
  db: Db,
  action: Action,
  who: Who | null,
  { noun, id }: { noun: WorkNoun; id: string },
): Promise<WorkRow> {
  const row = await workRow(db, noun, id);
  allow(action, who, await targetOf(db, row));
  if (row.state === "draft" && !seesDrafts(who)) throw new ForbiddenError();
  return row;
}

/** What of `actions` the asker may do to a record. */
export async function mayOf<A extends Action>(
  db: Db,
  actions: readonly A[],
  who: Who | null,
  row: WorkRow,
): Promise<A[]> {
  const target = await targetOf(db, row);
  return actions.filter((action) => {
    try {
      allow(action, who, target);
      return true;
    } catch {
      return false;
    }
  });
}
