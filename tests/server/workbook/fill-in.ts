import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { escapeXml } from "#server/workbook/escape-xml.ts";

const SHEET = "xl/worksheets/sheet1.xml";

/** A workbook of ours with other words in cells of its sheet, by address; a cell keeps its look. */
export function fillIn(file: Uint8Array, cells: Readonly<Record<string, string>>): Uint8Array {
  const parts = unzipSync(file);
  let sheet = strFromU8(parts[SHEET] ?? new Uint8Array());
  for (const [address, words] of Object.entries(cells)) {
    const before = sheet;
    sheet = sheet.replace(
      new RegExp(`<c r="${address}"([^>]*?)(?:/>|>.*?</c>)`, "s"),
      (_, says: string) =>
        `<c r="${address}"${says.replace(/ t="\w+"/, "")} t="inlineStr"><is><t>${escapeXml(words)}</t></is></c>`,
    );
    if (sheet === before) throw new Error(`the sheet has no cell ${address}`);
  }
  return zipSync({ ...parts, [SHEET]: strToU8(sheet) });
}
