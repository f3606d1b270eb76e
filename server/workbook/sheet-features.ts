import type writeExcelFile from "write-excel-file/node";
import { getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings } from "write-excel-file/utility";
import { SHEET_COLUMNS } from "#domain/sheet/columns.ts";
import type { SheetRow } from "#domain/sheet/sheet-row.ts";
import { dataValidations } from "./data-validations.ts";
import { commentParts, type Note } from "./sheet-notes.ts";
import type { WriterPlan } from "./writer-protocol.ts";

type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>["features"]>[number];

/** What a cell's fill says: the head, a key that is locked, one to fill in, one that was refused. */
export const FILLS = { head: "#DDE6F0", key: "#EEF0F3", open: "#FFFDF0", bad: "#FBD5D5" } as const;

const SHEET_FILE = "xl/worksheets/sheet{id}.xml";
/** More notes than anybody reads make a slow file; the last column has every reason. */
const MOST_NOTES = 2_000;

/** No password: it keeps a hand from slipping, not a person from changing what is checked on the way in anyway. */
const PROTECTION =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>';

/** Cells to fill in are open, all others locked; the check codes are out of sight; hints and lists stand by. */
export function protectedSheet({ lang, withReasons }: WriterPlan, rows: readonly SheetRow[]): Feature {
  const notes = notesOf(
    rows,
    SHEET_COLUMNS.map(({ hint }) => hint[lang]),
  );
  const parts = commentParts(notes);
  const isData = (properties: { sheetIndex: number }) => properties.sheetIndex === 0;
  const order = getOrderOfSiblings(SHEET_FILE, "worksheet");
  if (order === undefined) throw new Error("the library knows no order of a sheet's elements");
  const insert = (xml: string, markup: string) =>
    insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, "worksheet");
  return {
    files: {
      transform: {
        [SHEET_FILE]: {
          transform: (xml, _options, properties) => {
            if (!isData(properties)) return xml;
            const last = SHEET_COLUMNS.length + (withReasons ? 1 : 0);
            const markups = [
              PROTECTION,
              dataValidations(rows, lang),
              '<legacyDrawing r:id="rId-notes-1"/>',
            ].filter((markup) => markup !== "");
            const hidden = xml.replace(
              new RegExp(`(<col min="${SHEET_COLUMNS.length}" max="${SHEET_COLUMNS.length}" )`),
              '$1hidden="1" ',
            );
            return last > 0 ? markups.reduce(insert, hidden) : hidden;
          },
        },
        "xl/worksheets/_rels/sheet{id}.xml.rels": {
          insert: (_options, properties) => (isData(properties) ? parts.relations : undefined),
        },
        "[Content_Types].xml": { insert: () => parts.types },
        "xl/styles.xml": { transform: (xml) => unlocked(xml) },
      },
      write: { files: () => parts.files },
    },
  };
}

/** Hints at the heads, reasons at the cells. */
function notesOf(rows: readonly SheetRow[], hints: readonly string[]): Note[] {
  const notes = hints.map((text, column): Note => ({ row: 1, column, text }));
  rows.forEach((row, index) => {
    for (const [column, text] of Object.entries(row.notes)) {
      if (notes.length < MOST_NOTES) notes.push({ row: index + 2, column: Number(column), text });
    }
  });
  return notes;
}

/** Styles of the cells that are filled in, told by their fill, lose the lock that every cell has by itself. */
function unlocked(xml: string): string {
  const open = [FILLS.open, FILLS.bad].map((color) => `FF${color.slice(1)}`);
  const fills = [...xml.matchAll(/<fill>.*?<\/fill>/gs)].map(([fill]) =>
    open.some((one) => fill.includes(one)),
  );
  return xml.replace(/<cellXfs.*<\/cellXfs>/s, (cells) =>
    cells.replace(/<xf ([^>]*?fillId="(\d+)"[^>]*?)>(.*?)<\/xf>/gs, (xf, attributes, fill, inside) =>
      fills[Number(fill)] === true
        ? `<xf ${attributes} applyProtection="1">${inside}<protection locked="0"/></xf>`
        : xf,
    ),
  );
}
