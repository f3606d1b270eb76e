import { RefusedFile } from "#domain/sheet/issue.ts";
import { type RawCell, textCell } from "#domain/sheet/raw-cell.ts";
import type { Parts } from "./open-parts.ts";
import { readXml } from "./read-xml.ts";

/** All text of a workbook, in UTF-16 units: many times what the most rows hold. */
const MOST_TEXT = 24_000_000;
const MOST_STRINGS = 1_000_000;

/** `_x000D_` is how a workbook writes a sign that XML has not. */
export const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

/** Text that cells share, a cell each. What is only a hint how to pronounce it is left out. @throws RefusedFile */
export async function readStrings(parts: Parts, name: string | null): Promise<RawCell[]> {
  if (name === null) return [];
  const cells: RawCell[] = [];
  let [text, total, inText, phonetic] = ["", 0, false, 0];
  await readXml(parts, name, {
    open: (tag) => {
      if (tag === "t") inText = phonetic === 0;
      else if (tag === "si") text = "";
      else if (tag === "rPh") phonetic += 1;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (tag) => {
      if (tag === "t") inText = false;
      else if (tag === "rPh") phonetic -= 1;
      else if (tag === "si") {
        total += text.length;
        if (total > MOST_TEXT || cells.length >= MOST_STRINGS) throw new RefusedFile("too-large");
        cells.push(textCell(unescaped(text)));
      }
    },
  });
  return cells;
}
