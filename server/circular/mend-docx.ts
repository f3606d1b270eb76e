import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** In the schema's order it stands right before the spacing (ECMA-376, CT_PPrBase). */
const OFF_GRID = '<w:snapToGrid w:val="0"/>';
const EXACT = /<w:spacing [^>]*w:lineRule="exact"[^>]*\/>/g;

/**
 * What docx has no option for: lines of an exact height are taken off the document grid, on which a line taller or
 * lower than its pitch takes up whole pitches.
 */
export function mendDocx(docx: Uint8Array): Uint8Array {
  const mended = Object.entries(unzipSync(docx)).map(([name, bytes]): [string, Uint8Array] => {
    if (/^word\/(document|footer\d+)\.xml$/.test(name)) {
      return [name, strToU8(strFromU8(bytes).replace(EXACT, (spacing) => `${OFF_GRID}${spacing}`))];
    }
    return [name, bytes];
  });
  return zipSync(Object.fromEntries(mended), { level: 6 });
}
