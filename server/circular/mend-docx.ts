import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** In the schema's order it stands right before the spacing (ECMA-376, CT_PPrBase). */
const OFF_GRID = '<w:snapToGrid w:val="0"/>';
const EXACT = /<w:spacing [^>]*w:lineRule="exact"[^>]*\/>/g;

/** Where notes stand is a setting of the whole document (ECMA-376, 17.11.22). */
const NOTES_AT_SECTION_END = '<w:endnotePr><w:pos w:val="sectEnd"/></w:endnotePr>';

/**
 * What docx has no option for: lines of an exact height are taken off the document grid, on which a line taller or
 * lower than its pitch takes up whole pitches; and notes stand at the end of the text, before the imprint.
 */
export function mendDocx(docx: Uint8Array): Uint8Array {
  const mended = Object.entries(unzipSync(docx)).map(([name, bytes]): [string, Uint8Array] => {
    if (/^word\/(document|endnotes|footer\d+)\.xml$/.test(name)) {
      return [name, strToU8(strFromU8(bytes).replace(EXACT, (spacing) => `${OFF_GRID}${spacing}`))];
    }
    if (name === "word/settings.xml") {
      return [name, strToU8(strFromU8(bytes).replace("<w:compat>", `${NOTES_AT_SECTION_END}<w:compat>`))];
    }
    return [name, bytes];
  });
  return zipSync(Object.fromEntries(mended), { level: 6 });
}
