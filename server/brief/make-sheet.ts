import type { Brief } from "#domain/brief/brief.ts";
import { compose } from "#domain/brief/compose.ts";
import type { Problem } from "#domain/brief/preflight.ts";
import type { Sheet } from "#domain/brief/sheet.ts";
import type { Db } from "../db/schema.ts";
import { measure, missingGlyphs } from "./fonts.ts";
import { gatherFacts, type Setting } from "./gather.ts";

/** A page laid out from the ledger, and what is to be known before it is written. */
export async function makeSheet(
  db: Db,
  brief: Brief,
  setting: Setting,
): Promise<{ sheet: Sheet; problems: Problem[] }> {
  const { sheet, problems } = compose(brief, await gatherFacts(db, brief, setting), measure);
  const characters = missingGlyphs(sheet);
  return {
    sheet,
    problems: characters.length === 0 ? problems : [...problems, { kind: "glyphMissing", characters }],
  };
}
