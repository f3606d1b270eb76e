/** Workbooks part by part, as programs other than ours write them. */
import { strToU8, type Zippable, zipSync } from "fflate";
import { checkCode } from "#domain/sheet/check-code.ts";
import { type ColumnKey, SHEET_COLUMNS } from "#domain/sheet/columns.ts";
import { columnLetters } from "#domain/sheet/raw-cell.ts";
import { escapeXml } from "#server/workbook/escape-xml.ts";
import { OF } from "./a-base.ts";

/** What stands in a cell: text, or XML of the whole cell with `@` for its address. */
export type Made = string | { xml: string };

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

export type Parts = {
  rows: Made[][];
  /** After the rows, such as merged cells. */
  after?: string;
  /** Of the workbook. */
  properties?: string;
  styles?: string;
  strings?: string;
  /** Further parts by name, or others in place of those that there are. */
  parts?: Record<string, string | Uint8Array>;
  sheetName?: string;
};

const cell = (made: Made, address: string): string =>
  typeof made === "string"
    ? made === ""
      ? ""
      : `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(made)}</t></is></c>`
    : made.xml.replaceAll("@", address);

export const sheetXml = (rows: readonly Made[][], after = ""): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rows
    .map(
      (row, index) =>
        `<row r="${index + 1}">${row.map((one, place) => cell(one, `${columnLetters(place)}${index + 1}`)).join("")}</row>`,
    )
    .join("")}</sheetData>${after}</worksheet>`;

const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
export const relations = (...some: string[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${some.join("")}</Relationships>`;

export function makeXlsx(made: Parts): Uint8Array {
  const { rows, after, properties = "", styles, strings, parts = {}, sheetName = "填报" } = made;
  const files: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr ${properties}/><sheets><sheet name="说明" sheetId="1" r:id="rId2"/><sheet name="${sheetName}" sheetId="2" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      relation("rId1", "worksheet", "worksheets/sheet1.xml"),
      relation("rId2", "worksheet", "/xl/worksheets/sheet2.xml"),
      ...(styles === undefined ? [] : [relation("rId3", "styles", "styles.xml")]),
      ...(strings === undefined ? [] : [relation("rId4", "sharedStrings", "sharedStrings.xml")]),
    ),
    "xl/worksheets/sheet1.xml": sheetXml(rows, after),
    "xl/worksheets/sheet2.xml": sheetXml([["不是数据"]]),
    ...(styles === undefined ? {} : { "xl/styles.xml": styles }),
    ...(strings === undefined ? {} : { "xl/sharedStrings.xml": strings }),
    ...parts,
  };
  const zip: Zippable = {};
  for (const [name, part] of Object.entries(files))
    zip[name] = typeof part === "string" ? strToU8(part) : part;
  return zipSync(zip);
}

export const HEAD: string[] = SHEET_COLUMNS.map(({ head }) => head["zh-CN"]);

/** A row of an item with its keys, and what is put into some of its cells; the others are left empty. */
export function rowWith(
  item: string,
  cells: Partial<Record<ColumnKey, Made>> = {},
  key: Partial<Record<ColumnKey, Made>> = {},
): Made[] {
  const keys: Partial<Record<ColumnKey, Made>> = {
    item,
    title: `事项 ${item}`,
    unit: OF.unitName,
    month: "2012年8月",
    check: checkCode(item, OF.unit, OF.month),
    ...key,
  };
  return SHEET_COLUMNS.map(({ key: name }) => cells[name] ?? keys[name] ?? "");
}

/** Address of a column in a row. */
export const at = (key: ColumnKey, row: number): string =>
  `${columnLetters(SHEET_COLUMNS.findIndex((column) => column.key === key))}${row}`;
