import { RefusedFile } from "#domain/sheet/issue.ts";
import { addressOf, type RawRow, textCell } from "#domain/sheet/raw-cell.ts";
import { MOST_COLUMNS, MOST_ROWS } from "./read-sheet.ts";

const MARKS = [",", "\t", ";"] as const;
const NUMBER = /^-?\d{1,15}(?:\.\d+)?$/;

/** UTF-8 with or without its mark, else GB 18030, as Chinese spreadsheets write. @throws RefusedFile */
export function decodeCsv(bytes: Uint8Array): string {
  if (bytes.subarray(0, 65_536).includes(0)) throw new RefusedFile("not-text");
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  throw new RefusedFile("not-text");
}

/** What stands between cells: whichever of the usual marks the first line has most of. */
function markOf(text: string): string {
  const [line = ""] = text.split(/\r?\n/, 1);
  const count = (mark: string) => line.split(mark).length;
  return MARKS.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/**
 * Rows by RFC 4180, numbered as a spreadsheet shows them; digits alone are a number.
 * @throws RefusedFile for a quote that does not end, rows or columns beyond the limits
 */
export function readCsv(text: string, row: (cells: RawRow, number: number) => void): void {
  const mark = markOf(text);
  const special = new RegExp(mark === "\t" ? "[\t\r\n]" : `[${mark}\r\n]`, "g");
  let [cells, number, rows, place, at]: [RawRow, number, number, number, number] = [[], 1, 0, 0, 0];
  const put = (field: string) => {
    if (field === "") return;
    if (place >= MOST_COLUMNS) throw new RefusedFile("too-many-columns", [addressOf(place, number)]);
    cells[place] = NUMBER.test(field) ? { kind: "number", text: field, formula: false } : textCell(field);
  };
  const endRow = () => {
    if (cells.length > 0) {
      rows += 1;
      if (rows > MOST_ROWS + 1) throw new RefusedFile("too-many-rows", [`A${number}`]);
      row(cells, number);
    }
    [cells, place] = [[], 0];
    number += 1;
  };
  while (at < text.length) {
    let field: string;
    if (text[at] === '"') {
      const end = endOfQuoted(text, at + 1);
      if (end < 0) throw new RefusedFile("broken", [addressOf(place, number)]);
      field = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else {
      special.lastIndex = at;
      const end = special.exec(text)?.index ?? text.length;
      field = text.slice(at, end);
      at = end;
    }
    put(field);
    const sign = text[at];
    if (sign === mark) [place, at] = [place + 1, at + 1];
    else if (sign === "\r" || sign === "\n") {
      at += sign === "\r" && text[at + 1] === "\n" ? 2 : 1;
      endRow();
    } else if (sign !== undefined) throw new RefusedFile("broken", [addressOf(place, number)]);
  }
  endRow();
}

/** Place of the quote that ends a field; -1 where none does. */
function endOfQuoted(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}
