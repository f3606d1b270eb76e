import { describe, expect, test } from "vitest";
import { ITEM_TYPES } from "#domain/item.ts";
import { PROBLEM_KINDS } from "#domain/report/report.ts";
import { SHEET_COLUMNS } from "#domain/sheet/columns.ts";
import { parseCell, stagesFor } from "#domain/sheet/parse-cell.ts";
import { columnLetters, textCell } from "#domain/sheet/raw-cell.ts";
import { sheetRowOf } from "#domain/sheet/sheet-row.ts";
import { LANGUAGES } from "#domain/view.ts";
import { writeWorkbook } from "#server/workbook/write-workbook.ts";
import { unzip } from "../export/read-xlsx.ts";
import { aRow, OF } from "./a-base.ts";

/** Excel calls a file damaged whose list, title or prompt is longer. */
const MOST_LIST = 255;
const MOST_TITLE = 32;

const lettersOf = (key: string): string => columnLetters(SHEET_COLUMNS.findIndex((one) => one.key === key));
const columnOf = (key: string) => {
  const column = SHEET_COLUMNS.find((one) => one.key === key);
  if (column === undefined) throw new Error(`no column ${key}`);
  return column;
};
const unescaped = (xml: string): string =>
  xml.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** A sheet of one item of each type, in the order of the types. */
async function opened(lang: (typeof LANGUAGES)[number]) {
  const rows = ITEM_TYPES.map((type) => ({
    ...sheetRowOf(aRow(`S-${type}`, { type }), OF, lang),
    reason: null,
  }));
  const file = await writeWorkbook(
    { lang, unitName: OF.unitName, month: OF.month, withReasons: false, demo: false },
    [rows],
  );
  const parts = await unzip(Buffer.from(file));
  const part = (name: string): string => parts.get(name) ?? "";
  const sheet = part("xl/worksheets/sheet1.xml");
  const rules = [...sheet.matchAll(/<dataValidation ([^>]*?)(?:\/>|>(.*?)<\/dataValidation>)/gs)].map(
    ([, attributes = "", inside = ""]) => {
      const say = (name: string) => unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? "");
      const list = /<formula1>"(.*)"<\/formula1>/s.exec(inside)?.[1];
      return { at: say("sqref"), title: say("promptTitle"), prompt: say("prompt"), list };
    },
  );
  /** Choices at a cell; null where there is no list. */
  const choicesAt = (address: string): string[] | null => {
    const list = rules.find(
      ({ at }) => at.split(" ").includes(address) || at.startsWith(`${address}:`),
    )?.list;
    return list === undefined ? null : unescaped(list).split(",");
  };
  /** True where the cell takes a key stroke while its sheet is protected. */
  const isOpen = (address: string): boolean => {
    const style = Number(new RegExp(`<c r="${address}"[^>]*? s="(\\d+)"`).exec(sheet)?.[1]);
    const styles = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(part("xl/styles.xml"))?.[1] ?? "";
    const [style_] = [...styles.matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gs)].slice(style, style + 1);
    return style_?.[0].includes('locked="0"') ?? false;
  };
  return { sheet, rules, choicesAt, isOpen, notes: part("xl/comments1.xml") };
}

describe.each(LANGUAGES)("a workbook to be filled in, in %s", (lang) => {
  test("offers the stages of each item's own ladder and the kinds of problem, each of which is read for what it is", async () => {
    const { choicesAt } = await opened(lang);
    for (const [index, type] of ITEM_TYPES.entries()) {
      const stages = choicesAt(`${lettersOf("stage")}${index + 2}`) ?? [];
      const read = stages.map((words) => parseCell(columnOf("stage"), textCell(words), null, type));
      expect([type, read.map((one) => ("value" in one ? one.value : one.issue))]).toEqual([
        type,
        stagesFor(type),
      ]);
    }
    const kinds = choicesAt(`${lettersOf("problemKind")}2`) ?? [];
    const read = kinds.map((words) => parseCell(columnOf("problemKind"), textCell(words), null, "project"));
    expect(read.map((one) => ("value" in one ? one.value : one.issue))).toEqual(PROBLEM_KINDS);
  });

  test("is protected: keys and heads are locked, every cell to fill in is open", async () => {
    const { sheet, isOpen } = await opened(lang);
    expect(sheet).toContain('<sheetProtection sheet="1"');
    for (const [place, { key, kind }] of SHEET_COLUMNS.entries()) {
      const at = (row: number) => isOpen(`${columnLetters(place)}${row}`);
      expect([key, at(1), at(2)]).toEqual([key, false, kind !== "key"]);
    }
  });

  test("says at each head what belongs there, and nothing that is too long for Excel to open", async () => {
    const { notes, rules } = await opened(lang);
    const told = [...notes.matchAll(/<comment ref="([A-Z]+)1".*?<t [^>]*>(.*?)<\/t>/gs)];
    expect(told.map(([, letters, words]) => [letters, unescaped(words ?? "")])).toEqual(
      SHEET_COLUMNS.map(({ hint }, place) => [columnLetters(place), hint[lang]]),
    );
    for (const { list = "", title, prompt } of rules) {
      expect(unescaped(list).length).toBeLessThanOrEqual(MOST_LIST);
      expect(title.length).toBeLessThanOrEqual(MOST_TITLE);
      expect(prompt.length).toBeLessThanOrEqual(MOST_LIST);
    }
  });
});
