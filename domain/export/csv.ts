import { type Cell, harmlessCell } from "./cell.ts";

/** Without it Excel and WPS read UTF-8 as the system's own code page. */
export const BOM = "\uFEFF";

/** One record by RFC 4180 with its line end; a cell is quoted only where it has to be. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvField).join(",")}\r\n`;

function csvField(cell: Cell): string {
  const safe = harmlessCell(cell);
  if (safe === null) return "";
  const text = typeof safe === "object" ? safe.day : String(safe);
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
