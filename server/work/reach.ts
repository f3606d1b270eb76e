import { ForbiddenError } from "#domain/error.ts";
import { type Action, allow, scopesOf, type Target, type Who } from "#domain/permission.ts";
import { filesTo } from "#domain/unit.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { saveRight } from "#domain/work/work.ts";
import { unitOf } from "../db/filing/units.ts";
import { listUnits } from "../db/references.ts";
import type { Db } from "../db/schema.ts";
import type { Reach } from "../db/work/list.ts";
import { partsOf, type WorkRow, workRow } from "../db/work/rows.ts";

/** Who manages the work sees what each unit said. */
export const seesWhole = (who: Who | null): boolean => scopesOf("work.manage", who).length > 0;

/** Whose drafts of a noun `who` sees: of those for whom he may draw one up. */
export function draftsOf(noun: WorkNoun, who: Who | null): Reach["drafts"] {
  const scopes = scopesOf(saveRight(noun), who);
  if (scopes.includes("all")) return "all";
  return scopes.includes("own") && who?.unit != null ? [who.unit] : [];
}

/** True where a draft that a unit leads is among them. */
export const seesDraft = (drafts: Reach["drafts"], lead: string | null): boolean =>
  drafts === "all" || (lead !== null && drafts.includes(lead));

/** Whose records `who` may read, as lists and counts ask for them. */
export async function reachOf(db: Db, who: Who | null, noun: WorkNoun): Promise<Reach> {
  const scopes = scopesOf("work.read", who);
  const drafts = draftsOf(noun, who);
  if (scopes.includes("all")) return { drafts, limits: null };
  const own = who?.unit ?? null;
  if (own === null) return { drafts, limits: { leads: [], parts: [] } };
  const below = scopes.includes("below")
    ? (await listUnits(db)).filter((unit) => unit.id !== own && filesTo(unit) === own).map(({ id }) => id)
    : [];
  const leads = [...(scopes.includes("own") ? [own] : []), ...below];
  return { drafts, limits: { leads, parts: scopes.includes("part") ? [own] : [] } };
}

async function leadTarget(db: Db, lead: string | null): Promise<Target> {
  const unit = lead === null ? null : await unitOf(db, lead);
  return { unit: lead, filesTo: unit === null ? null : filesTo(unit) };
}

const targetOf = async (db: Db, row: WorkRow): Promise<Target> => ({
  ...(await leadTarget(db, row.lead_unit)),
  parts: await partsOf(db, row),
});

/** A record may be led by a unit, where `who` may do this for it. @throws ForbiddenError, UnauthorizedError */
export async function allowLead(db: Db, action: Action, who: Who | null, lead: string | null): Promise<void> {
  allow(action, who, await leadTarget(db, lead));
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
  if (row.state === "draft" && !seesDraft(draftsOf(noun, who), row.lead_unit)) throw new ForbiddenError();
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
