/** One sheet as each of three programs writes it: names of parts, prefixes, strings, dates and formulas as theirs are. */
import { strToU8, zipSync } from "fflate";
import { SHEET_COLUMNS } from "#domain/sheet/columns.ts";
import { columnLetters } from "#domain/sheet/raw-cell.ts";
import { escapeXml } from "#server/workbook/escape-xml.ts";

/** `runs` are of rich text, `spoken` how it is pronounced; a `day` is a serial of 1900; a formula has its `kept` value. */
export type DialectCell =
  | string
  | { runs: readonly string[]; spoken?: string }
  | { day: number }
  | { number: string }
  | { percent: string }
  | { formula: string; kept: string }
  | { error: string }
  | { truth: boolean };
export type DialectSheet = { rows: (DialectCell | undefined)[][]; merged?: string };
export type Dialect = (sheet: DialectSheet) => Uint8Array;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
/** Styles by place: plain, a day, a percentage. */
const [DAY, PERCENT] = [1, 2];

type Ways = {
  /** Before every name of an element of the sheet, its strings and styles, with its colon. */
  prefix: string;
  strings: "shared" | "inline";
  from1904: boolean;
  /** Whether relations say where a part lies from the package's root. */
  absolute: boolean;
  dayFormat: string;
  rowSays: (row: number) => string;
  formula: (formula: string, address: string) => string;
  before: string;
  others: Record<string, string>;
};

function make({ rows, merged }: DialectSheet, ways: Ways): Uint8Array {
  const { prefix: p, from1904, absolute } = ways;
  const strings: string[] = [];
  const shared = (xml: string) => {
    const at = strings.indexOf(xml);
    return at >= 0 ? at : strings.push(xml) - 1;
  };
  const inside = (cell: Extract<DialectCell, string | { runs: unknown }>): string => {
    if (typeof cell === "string") return `<${p}t xml:space="preserve">${escapeXml(cell)}</${p}t>`;
    const runs = cell.runs.map(
      (run) =>
        `<${p}r><${p}rPr><${p}b/></${p}rPr><${p}t xml:space="preserve">${escapeXml(run)}</${p}t></${p}r>`,
    );
    const spoken =
      cell.spoken === undefined
        ? ""
        : `<${p}rPh sb="0" eb="1"><${p}t>${cell.spoken}</${p}t></${p}rPh><${p}phoneticPr fontId="1"/>`;
    return runs.join("") + spoken;
  };
  const cellXml = (cell: DialectCell, address: string): string => {
    const c = (says: string, content: string) => `<${p}c r="${address}"${says}>${content}</${p}c>`;
    const v = (value: string) => `<${p}v>${value}</${p}v>`;
    if (typeof cell === "string" || "runs" in cell) {
      return ways.strings === "shared"
        ? c(' s="0" t="s"', v(String(shared(inside(cell)))))
        : c(' s="0" t="inlineStr"', `<${p}is>${inside(cell)}</${p}is>`);
    }
    if ("day" in cell) return c(` s="${DAY}"`, v(String(cell.day - (from1904 ? 1462 : 0))));
    if ("number" in cell) return c("", v(cell.number));
    if ("percent" in cell) return c(` s="${PERCENT}"`, v(cell.percent));
    if ("error" in cell) return c(' t="e"', v(cell.error));
    if ("truth" in cell) return c(' t="b"', v(cell.truth ? "1" : "0"));
    return c("", ways.formula(cell.formula, address) + v(cell.kept));
  };
  const data = rows
    .map((row, index) => {
      const cells = row.map((cell, place) =>
        cell === undefined ? "" : cellXml(cell, `${columnLetters(place)}${index + 1}`),
      );
      return `<${p}row r="${index + 1}"${ways.rowSays(index + 1)}>${cells.join("")}</${p}row>`;
    })
    .join("");
  const root = (name: string, content: string) => {
    const namespace = p === "" ? "xmlns" : `xmlns:${p.slice(0, -1)}`;
    return `${DECLARATION}<${p}${name} ${namespace}="${MAIN}" xmlns:r="${RELATIONS}">${content}</${p}${name}>`;
  };
  const part = (name: string) => (absolute ? `/xl/${name}` : name);
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const merges =
    merged === undefined ? "" : `<${p}mergeCells count="1"><${p}mergeCell ref="${merged}"/></${p}mergeCells>`;
  const xfs = [0, 200, 10]
    .map((id) => `<${p}xf numFmtId="${id}" fontId="0" applyNumberFormat="1"/>`)
    .join("");
  const files: Record<string, string> = {
    "[Content_Types].xml": `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, "officeDocument", absolute ? "/xl/workbook.xml" : "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": root(
      "workbook",
      `<${p}workbookPr date1904="${from1904 ? "1" : "false"}"/><${p}sheets><${p}sheet name="填报" sheetId="1" r:id="rId1"/></${p}sheets>`,
    ),
    "xl/_rels/workbook.xml.rels": `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${[
      relation(3, "styles", part("styles.xml")),
      relation(1, "worksheet", part("worksheets/sheet1.xml")),
      ...(ways.strings === "shared" ? [relation(4, "sharedStrings", part("sharedStrings.xml"))] : []),
    ].join("")}</Relationships>`,
    "xl/styles.xml": root(
      "styleSheet",
      `<${p}numFmts count="1"><${p}numFmt numFmtId="200" formatCode="${escapeXml(ways.dayFormat)}"/></${p}numFmts><${p}cellStyleXfs><${p}xf numFmtId="14"/></${p}cellStyleXfs><${p}cellXfs count="3">${xfs}</${p}cellXfs>`,
    ),
    "xl/worksheets/sheet1.xml": root(
      "worksheet",
      `${ways.before}<${p}sheetData>${data}</${p}sheetData>${merges}`,
    ),
    ...(ways.strings === "shared"
      ? { "xl/sharedStrings.xml": root("sst", strings.map((one) => `<${p}si>${one}</${p}si>`).join("")) }
      : {}),
    ...ways.others,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const width = SHEET_COLUMNS.length;
let sharedFormulas = 0;

const excel: Ways = {
  prefix: "",
  strings: "shared",
  from1904: false,
  absolute: false,
  dayFormat: "[$-804]yyyy\\年m\\月d\\日;@",
  rowSays: (row) => ` spans="1:${width}" ht="15.75" x14ac:dyDescent="0.25" thickBot="${row % 2}"`,
  formula: (formula, address) => `<f t="shared" ref="${address}" si="${sharedFormulas++}">${formula}</f>`,
  before: '<dimension ref="A1:X3"/><sheetFormatPr defaultRowHeight="15"/>',
  others: { "xl/calcChain.xml": "<calcChain/>", "docProps/app.xml": "<Properties/>" },
};
const libreOffice: Ways = {
  ...excel,
  dayFormat: "yyyy\\-mm\\-dd",
  rowSays: () => ' customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0"',
  formula: (formula) => `<f aca="false">${formula}</f>`,
  before: '<sheetPr filterMode="false"><pageSetUpPr fitToPage="false"/></sheetPr>',
  others: { "docProps/core.xml": "<x/>" },
};
const wps: Ways = {
  ...excel,
  dayFormat: 'yyyy"年"m"月"d"日";@',
  rowSays: () => ` spans="1:${width}"`,
  formula: (formula) => `<f>${formula}</f>`,
  before: '<sheetPr/><dimension ref="A1:X3"/><sheetViews><sheetView workbookViewId="0"/></sheetViews>',
  others: { "docProps/custom.xml": "<Properties/>", "xl/wpsSheetProps.xml": "<x/>" },
};

export const DIALECTS: Record<string, Dialect> = {
  Excel: (sheet) => make(sheet, excel),
  "Excel on a Mac, days from 1904": (sheet) => make(sheet, { ...excel, from1904: true }),
  WPS: (sheet) => make(sheet, wps),
  LibreOffice: (sheet) => make(sheet, libreOffice),
  "a program with a prefix, absolute names and inline strings": (sheet) =>
    make(sheet, {
      ...excel,
      prefix: "x:",
      strings: "inline",
      absolute: true,
      before: "",
      rowSays: () => "",
      formula: (formula) => `<x:f>${formula}</x:f>`,
      others: {},
    }),
};
