/** A cell of a table that leaves the product: text, a number, a day, or nothing. */
export type Cell = string | number | { day: string } | null;

/** What a spreadsheet takes for the start of a formula, in the full width of Chinese keyboards too. */
const STARTS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** Text that no spreadsheet runs: an apostrophe goes before what would start a formula. Nothing else changes. */
export const harmless = (text: string): string => (STARTS_FORMULA.test(text) ? `'${text}` : text);

/** The same of a whole cell: numbers and days are typed and start no formula. */
export const harmlessCell = (cell: Cell): Cell => (typeof cell === "string" ? harmless(cell) : cell);
