import { randomBytes } from "node:crypto";
import { ConflictError, InvalidInputError } from "#domain/error.ts";
import type { NewUnit } from "#domain/people/new-unit.ts";
import type { Unit } from "#domain/unit.ts";
import { addUnit as insertUnit, regionByCode, unitById, unitByName } from "../db/people/units.ts";
import { bumpRevision, readBuild } from "../db/revision.ts";
import type { Db } from "../db/schema.ts";
import type { Context } from "../trpc.ts";

/**
 * A unit that files, beside those of the source. A county's names are its region's, a department's are as given.
 * @throws InvalidInputError for a region that is no banner or county, ConflictError for one that is there
 */
export function addUnit({ act }: Pick<Context, "act">, asked: NewUnit): Promise<Unit> {
  return act(async ({ tx, note, announce }) => {
    const unit = asked.kind === "county" ? await countyUnit(tx, asked.region) : departmentUnit(asked);
    // Two leagues may each have a district of one name; a department has its own.
    const sameName = asked.kind === "department" ? await unitByName(tx, unit.name) : undefined;
    const other = (await unitById(tx, unit.id)) ?? sameName;
    if (other !== undefined) throw new ConflictError(`the unit ${other.id} is there already`);
    await insertUnit(tx, unit);
    await note({ action: "unit.add", noun: "unit", target: unit.id, unit: unit.id, after: unit });
    announce(await bumpRevision(tx, await readBuild(tx)));
    return unit;
  });
}

async function countyUnit(tx: Db, code: string): Promise<Unit> {
  const region = await regionByCode(tx, code);
  if (region?.level !== "county")
    throw new InvalidInputError([{ path: ["region"], message: "expected the code of a banner or county" }]);
  const { name, nameEn } = region;
  return {
    id: `county-${code}`,
    kind: "county",
    name,
    short: name,
    nameEn,
    region: code,
    files: true,
    note: null,
  };
}

const departmentUnit = ({ name, short, nameEn }: Extract<NewUnit, { kind: "department" }>): Unit => ({
  id: `dept-x${randomBytes(4).toString("hex")}`,
  kind: "department",
  name,
  short,
  nameEn,
  region: null,
  files: true,
  note: null,
});
