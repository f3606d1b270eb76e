import type { ItemType } from "#domain/item.ts";
import { type Language, STAGE_WORDS } from "#domain/look/words.ts";
import { PROBLEM_KIND_WORDS } from "#domain/report/problem-words.ts";
import { PROBLEM_KINDS } from "#domain/report/report.ts";
import { SHEET_COLUMNS, type SheetColumn } from "#domain/sheet/columns.ts";
import { stagesFor } from "#domain/sheet/parse-cell.ts";
import { columnLetters } from "#domain/sheet/raw-cell.ts";
import type { SheetRow } from "#domain/sheet/sheet-row.ts";
import { escapeXml } from "./escape-xml.ts";

/** Areas that one rule names; a program that reads thousands in one place gives up. */
const MOST_AREAS = 500;

/**
 * Rules that help while a sheet is filled in: lists of stages by each item's ladder, kinds of problem, days, and a hint
 * at every cell. Numbers are only warned about: `1.2亿元` is a way to write one.
 */
export function dataValidations(rows: readonly SheetRow[], lang: Language): string {
  if (rows.length === 0) return "";
  const rules = SHEET_COLUMNS.flatMap((column, place) => {
    if (column.kind === "key") return [];
    const letters = columnLetters(place);
    if (column.kind !== "stage") return [rule(column, lang, [`${letters}2:${letters}${rows.length + 1}`])];
    return areasByType(rows, letters).flatMap(([type, areas]) =>
      chunks(areas).map((some) => rule(column, lang, some, type)),
    );
  });
  return `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
}

function rule(column: SheetColumn, lang: Language, areas: readonly string[], type?: ItemType): string {
  const hint = `showInputMessage="1" promptTitle="${escapeXml(column.head[lang].slice(0, 32))}" prompt="${escapeXml(column.hint[lang])}"`;
  const at = `sqref="${areas.join(" ")}"`;
  const list = listOf(column, lang, type);
  if (list !== null) {
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" ${hint} ${at}><formula1>"${escapeXml(list.join(","))}"</formula1></dataValidation>`;
  }
  return `<dataValidation allowBlank="1" ${hint} ${at}/>`;
}

function listOf({ kind }: SheetColumn, lang: Language, type: ItemType | undefined): string[] | null {
  if (kind === "stage" && type !== undefined)
    return stagesFor(type).map((stage) => STAGE_WORDS[stage][lang].replaceAll(",", ""));
  return kind === "problem-kind" ? PROBLEM_KINDS.map((one) => PROBLEM_KIND_WORDS[one][lang]) : null;
}

/** Rows of one type that follow one another make one area. */
function areasByType(rows: readonly SheetRow[], letters: string): [ItemType, string[]][] {
  const areas = new Map<ItemType, string[]>();
  let from = 0;
  rows.forEach(({ type }, index) => {
    if (rows[index + 1]?.type === type) return;
    const area = from === index ? `${letters}${index + 2}` : `${letters}${from + 2}:${letters}${index + 2}`;
    areas.set(type, [...(areas.get(type) ?? []), area]);
    from = index + 1;
  });
  return [...areas];
}

function chunks<T>(all: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < all.length; at += MOST_AREAS) parts.push(all.slice(at, at + MOST_AREAS));
  return parts;
}
