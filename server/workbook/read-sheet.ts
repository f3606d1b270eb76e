import { RefusedFile } from "#domain/sheet/issue.ts";
import { addressOf, type RawCell, type RawRow, textCell } from "#domain/sheet/raw-cell.ts";
import type { Parts } from "./open-parts.ts";
import { PlainCells } from "./plain-cells.ts";
import type { Book } from "./read-book.ts";
import { unescaped } from "./read-strings.ts";
import type { NumberKind } from "./read-styles.ts";
import { readXml } from "./read-xml.ts";

export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 200;
const LAST_ROW = 1_048_576;
/** Days from 1899-12-30 to 1904-01-01. */
const DAYS_TO_1904 = 1462;

type Told = {
  /** A row with something in it, by its number from 1. */
  row: (cells: RawRow, number: number) => void;
  /** Bytes of the sheet that are done. */
  read?: (bytes: number) => void;
};

/**
 * The cells of a sheet, row by row. What a formula came to is taken as the program kept it; the formula is not looked
 * at. Cells that are merged have no value of their own: the file is refused, naming them.
 * @throws RefusedFile
 */
export async function readSheet(
  parts: Parts,
  { sheet, from1904 }: Book,
  strings: readonly RawCell[],
  styles: readonly NumberKind[],
  { row, read }: Told,
): Promise<void> {
  let [cells, number, rows, filled]: [RawRow, number, number, boolean] = [[], 0, 0, false];
  let [place, type, style, formula] = [-1, "n", 0, false];
  /** Cells that are open: one at most in any sheet that a program wrote. */
  let open = 0;
  let [value, taking, phonetic]: [string | null, boolean, boolean] = [null, false, false];
  const merged: string[] = [];

  const kindOf = (style: number): NumberKind => styles[style] ?? "number";
  const put = (cell: RawCell | undefined) => {
    if (cell === undefined) return;
    if (place >= MOST_COLUMNS) throw new RefusedFile("too-many-columns", [addressOf(place, number)]);
    cells[place] = cell;
    filled = true;
  };
  const plain = new PlainCells();
  const readPlain = (text: string, at: number): number => {
    if (open > 0 || phonetic) return at;
    let here = at;
    for (let end = plain.read(text, at); end >= 0; end = plain.read(text, here)) {
      here = end;
      place = plain.place;
      if (plain.isShared) put(sharedCell(strings, plain.shared));
      else if (plain.number !== null) put(numberCell(kindOf(plain.style), plain.number, false, from1904));
    }
    return here;
  };
  await readXml(
    parts,
    sheet,
    {
      short: { name: "row", read: readPlain },
      open: (tag, attributes) => {
        switch (tag) {
          case "c":
            open += 1;
            place = attributes.r === undefined ? place + 1 : placeIn(attributes.r);
            type = attributes.t ?? "n";
            style = attributes.s === undefined ? 0 : Number(attributes.s);
            [value, formula, taking] = [null, false, false];
            break;
          case "v":
          case "t":
            value ??= "";
            taking = !phonetic;
            break;
          case "f":
            formula = true;
            break;
          case "row": {
            const next = attributes.r === undefined ? number + 1 : Number(attributes.r);
            if (!(next > number && next <= LAST_ROW)) throw new RefusedFile("broken");
            [number, cells, place, filled] = [next, [], -1, false];
            break;
          }
          case "rPh":
            phonetic = true;
            break;
          case "mergeCell":
            merged.push(attributes.ref ?? "");
            break;
        }
      },
      text: (piece) => {
        if (taking) value += piece;
      },
      close: (tag) => {
        switch (tag) {
          case "c":
            open -= 1;
            put(cellOf(type, value, formula, kindOf(style), strings, from1904));
            break;
          case "v":
          case "t":
            taking = false;
            break;
          case "rPh":
            phonetic = false;
            break;
          case "row":
            if (!filled) break;
            rows += 1;
            if (rows > MOST_ROWS + 1) throw new RefusedFile("too-many-rows", [`A${number}`]);
            row(cells, number);
            break;
        }
      },
    },
    read,
  );
  if (merged.length > 0) throw new RefusedFile("merged-cells", merged);
}

/** Column from 0 of an address such as AB12. */
function placeIn(address: string): number {
  let column = 0;
  for (let at = 0; at < address.length; at += 1) {
    const letter = address.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  if (column === 0) throw new RefusedFile("broken");
  return column - 1;
}

function cellOf(
  type: string,
  value: string | null,
  formula: boolean,
  style: NumberKind,
  strings: readonly RawCell[],
  from1904: boolean,
): RawCell | undefined {
  if (value === null) return formula ? { kind: "text", text: "", formula } : undefined;
  switch (type) {
    case "s":
      return sharedCell(strings, Number(value));
    case "inlineStr":
    case "str":
      if (!formula) return value === "" ? undefined : textCell(unescaped(value));
      return { kind: "text", text: unescaped(value), formula };
    case "d":
      return { kind: "text", text: value, formula };
    case "b":
      return { kind: "boolean", text: value, formula };
    case "e":
      return { kind: "error", text: value, formula };
    default:
      if (value === "") return formula ? { kind: "text", text: "", formula } : undefined;
      return numberCell(style, value, formula, from1904);
  }
}

function sharedCell(strings: readonly RawCell[], place: number): RawCell | undefined {
  const cell = strings[place];
  if (cell === undefined) throw new RefusedFile("broken");
  return cell.text === "" ? undefined : cell;
}

const numberCell = (kind: NumberKind, text: string, formula: boolean, from1904: boolean): RawCell =>
  kind === "date" && from1904
    ? { kind, text: String(Number(text) + DAYS_TO_1904), formula }
    : { kind, text, formula };
