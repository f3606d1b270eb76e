import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** In the schema's order it stands right before the spacing (ECMA-376, CT_PPrBase). */
const OFF_GRID = '<w:snapToGrid w:val="0"/>';
const EXACT = /<w:spacing [^>]*w:lineRule="exact"[^>]*\/>/g;

/**
 * Takes lines of an exact height off the document grid, on which a line taller or lower than its pitch takes up whole
 * pitches. docx has no option for it.
 */
export function mendDocx(docx: Uint8Array): Uint8Array {
  const mended = Object.entries(unzipSync(docx)).map(([name, bytes]): [string, Uint8Array] =>
    /^word\/(document|endnotes|footer\d+)\.xml$/.test(name)
      ? [name, strToU8(strFromU8(bytes).replace(EXACT, (spacing) => `${OFF_GRID}${spacing}`))]
      : [name, bytes],
  );
  return zipSync(Object.fromEntries(mended), { level: 6 });
}
