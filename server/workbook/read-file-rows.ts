import { RefusedFile } from "#domain/sheet/issue.ts";
import type { RawRow } from "#domain/sheet/raw-cell.ts";
import { openParts } from "./open-parts.ts";
import { readBook } from "./read-book.ts";
import { decodeCsv, readCsv } from "./read-csv.ts";
import { readSheet } from "./read-sheet.ts";
import { readStrings } from "./read-strings.ts";
import { readStyles } from "./read-styles.ts";

/** `done` is the share of the file that is read, 0 to 1. */
export type TakeRow = (cells: RawRow, number: number, done: number) => void;

const startsWith = (bytes: Uint8Array, ...signs: number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign);

/** The name that an encrypted workbook has inside its old-fashioned envelope, in UTF-16. */
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");

/**
 * The rows of a workbook or a CSV, told apart by their first bytes, whatever they are called.
 * @throws RefusedFile
 */
export async function readFileRows(file: Uint8Array, take: TakeRow): Promise<void> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length === 0) throw new RefusedFile("empty");
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new RefusedFile(bytes.includes(ENCRYPTED) ? "encrypted" : "old-workbook");
  }
  if (!startsWith(bytes, 0x50, 0x4b)) {
    readCsv(decodeCsv(bytes), (cells, number) => take(cells, number, 0.5));
    return;
  }
  const parts = await openParts(bytes);
  const book = await readBook(parts);
  const styles = await readStyles(parts, book.styles);
  const strings = await readStrings(parts, book.strings);
  const before = book.strings === null ? 0 : parts.bytes(book.strings);
  const all = before + Math.max(parts.bytes(book.sheet), 1);
  let done = before;
  await readSheet(parts, book, strings, styles, {
    row: (cells, number) => take(cells, number, done / all),
    read: (read) => {
      done = before + read;
    },
  });
}
