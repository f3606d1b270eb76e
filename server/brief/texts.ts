import type { Sheet } from "#domain/brief/sheet.ts";

/** Marks that join characters or say where a line may break: they have no width. */
export const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
/** What no document can hold (XML 1.0, 2.2): control characters, halves of a pair, and no characters at all. */
export const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/u;
/** What takes no room on a page. */
export const UNDRAWN = new RegExp(`${INVISIBLE.source}|${UNWRITABLE.source}`, "u");

/** A page without some characters, and which those were, each once. */
export function without(sheet: Sheet, characters: RegExp): { sheet: Sheet; dropped: string[] } {
  const dropped = new Set<string>();
  const each = new RegExp(characters, "gu");
  const cleaned = (text: string) =>
    text.replace(each, (character) => {
      dropped.add(character);
      return "";
    });
  const copy = JSON.parse(JSON.stringify(sheet), (_key, value) =>
    typeof value === "string" ? cleaned(value) : value,
  );
  return { sheet: copy, dropped: [...dropped] };
}
