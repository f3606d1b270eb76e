import { NotFoundError } from "#domain/error.ts";
import { type Action, allow, type Scope, scopesOf, type Who } from "#domain/permission.ts";
import { filesTo, type Unit } from "#domain/unit.ts";
import { listUnits } from "../references.ts";
import type { Db } from "../schema.ts";

export async function unitOf(db: Db, id: string): Promise<Unit | null> {
  const row = await db.selectFrom("unit").select("record").where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.record) as Unit);
}

/**
 * The unit, where `who` may do this to it. One that does not exist is refused to all but those who may do it to every
 * unit: nobody learns which ids there are.
 * @throws ForbiddenError, UnauthorizedError, NotFoundError
 */
export async function allowedUnit(db: Db, action: Action, who: Who | null, id: string): Promise<Unit> {
  const unit = await unitOf(db, id);
  allow(action, who, { unit: id, filesTo: unit === null ? null : filesTo(unit) });
  if (unit === null) throw new NotFoundError("unit", id);
  return unit;
}

/** The units that file and that `who` may do this to, in the ledger's order. */
export async function unitsWithin(db: Db, action: Action, who: Who | null): Promise<Unit[]> {
  const scopes: readonly Scope[] = scopesOf(action, who);
  const units = (await listUnits(db)).filter((unit) => unit.files);
  return units.filter(
    (unit) =>
      scopes.includes("all") ||
      (scopes.includes("own") && unit.id === who?.unit) ||
      (scopes.includes("below") && unit.id !== who?.unit && who !== null && filesTo(unit) === who.unit),
  );
}
