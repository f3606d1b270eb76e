/**
 * A cell as a file has it, before anything is made of it. `text` of a number is its digits as they are written in the
 * file, such as 1234.56 or 1.5E-2; of a day the serial number counted from 1899-12-30, whatever year the workbook
 * counts from; of an error its sign, such as #REF!.
 */
export type RawCell = {
  kind: "text" | "number" | "percent" | "date" | "boolean" | "error";
  text: string;
  /** The value was worked out by a formula, which nobody here runs: it is what the program kept. */
  formula: boolean;
};

/** Cells of a row by their place from 0; what is missing is empty. */
export type RawRow = (RawCell | undefined)[];

export const textCell = (text: string): RawCell => ({ kind: "text", text, formula: false });

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A1 style, of a column from 0 and a row from 1. */
export const addressOf = (column: number, row: number): string => `${columnLetters(column)}${row}`;
