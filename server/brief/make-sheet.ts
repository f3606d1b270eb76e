import { setImmediate as othersTurn } from "node:timers/promises";
import type { Brief } from "#domain/brief/brief.ts";
import { compose } from "#domain/brief/compose.ts";
import type { Problem } from "#domain/brief/preflight.ts";
import type { Sheet } from "#domain/brief/sheet.ts";
import type { Db } from "../db/schema.ts";
import { openFonts } from "./fonts.ts";
import { gatherFacts, type Setting } from "./gather.ts";
import { UNWRITABLE, without } from "./texts.ts";

/** A page laid out from the ledger, and what is to be known before it is written. */
export async function makeSheet(
  db: Db,
  brief: Brief,
  setting: Setting,
): Promise<{ sheet: Sheet; problems: Problem[] }> {
  const [facts, { measure, missingGlyphs }] = await Promise.all([
    gatherFacts(db, brief, setting),
    openFonts(),
  ]);
  await othersTurn();
  const composed = compose(brief, facts, measure);
  await othersTurn();
  const { sheet, dropped } = without(composed.sheet, UNWRITABLE);
  const missing = missingGlyphs(sheet);
  const problems = [...composed.problems];
  if (dropped.length > 0) problems.push({ kind: "charactersDropped", characters: dropped.map(codeOf) });
  if (missing.length > 0) problems.push({ kind: "glyphMissing", characters: missing });
  return { sheet, problems };
}

/** Such as U+0008: the character itself cannot be shown. */
const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
