import { PALETTE } from "#domain/look/palette.ts";
import type { Language } from "#domain/look/words.ts";
import { hex, LATIN_FACES, PPTX_FACES } from "./pptx-style.ts";

const FACE = `<a:latin typeface="${PPTX_FACES.sans}"/><a:ea typeface="${PPTX_FACES.sans}"/>`;
const PROPERTIES = /<a:(rPr|defRPr|endParaRPr)((?: [^<>]*?)?)(?:\/>|>(.*?)<\/a:\1>)/gs;

/** pptxgenjs writes a paragraph's properties before each of its runs; the schema has them once, at its start. */
const SECOND_PROPERTIES = /<\/a:r><a:pPr(?: [^<>]*)?(?:\/>|>.*?<\/a:pPr>)/gs;

/**
 * Sets what pptxgenjs leaves out of a part's XML: an East-Asian face and the language on every run of slides, tables,
 * charts and notes, and the lines at 45° of what is named for them.
 */
export function mendXml(xml: string, lang: Language): string {
  const language = lang === "en" ? "en-US" : "zh-CN";
  const mended = edgedSeries(hatched(xml))
    .replace(SECOND_PROPERTIES, "</a:r>")
    .replace(PROPERTIES, (_, name: string, attributes: string, inside: string | undefined) => {
      const others = attributes.replace(/ (lang|altLang)="[^"]*"/g, "");
      return `<a:${name} lang="${language}" altLang="en-US"${others}>${faced(inside ?? "")}</a:${name}>`;
    })
    .replace(/<a:ea typeface=""\/>/g, `<a:ea typeface="${PPTX_FACES.sans}"/>`);
  return lang === "en" ? withLatin(mended) : mended;
}

const withLatin = (xml: string): string =>
  xml
    .replaceAll(`<a:latin typeface="${PPTX_FACES.sans}"`, `<a:latin typeface="${LATIN_FACES.sans}"`)
    .replaceAll(`<a:latin typeface="${PPTX_FACES.serif}"`, `<a:latin typeface="${LATIN_FACES.serif}"`);

/** Faces stand after fill and effects, before a link (ECMA-376, CT_TextCharacterProperties). */
function faced(inside: string): string {
  if (/<a:ea [^>]*typeface="(?!\+)[^"]+"/.test(inside)) return inside;
  const bare = inside.replace(/<a:(latin|ea|cs|sym) [^>]*\/>/g, "");
  const link = bare.search(/<a:hlink/);
  return link < 0 ? `${bare}${FACE}` : `${bare.slice(0, link)}${FACE}${bare.slice(link)}`;
}

const hatched = (xml: string): string =>
  xml.replace(
    /(<p:sp><p:nvSpPr><p:cNvPr [^>]*name="hatch ([0-9A-F]{6})".*?<\/a:prstGeom>)(?:<a:solidFill><a:srgbClr val="([0-9A-F]{6})"[^>]*?(?:\/>|>.*?<\/a:srgbClr>)<\/a:solidFill>|<a:noFill\/>)/gs,
    (_, before: string, line: string, paper: string | undefined) =>
      `${before}<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${line}"/></a:fgClr><a:bgClr><a:srgbClr val="${paper ?? "FFFFFF"}"/></a:bgClr></a:pattFill>`,
  );

const { unstated, planned } = PALETTE.light.stage;

const edge = (color: string): string =>
  `<a:ln w="6350"><a:solidFill><a:srgbClr val="${hex(color)}"/></a:solidFill></a:ln>`;
const series = (color: string): string => `<c:spPr><a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;

/**
 * Bars as the page has them: a stage that no source states is hatched, as everywhere; one only planned is white
 * with an edge. A nought has no bar, whose edge would be a stroke.
 */
const edgedSeries = (xml: string): string =>
  xml
    .replaceAll(
      series(hex(unstated)),
      `<c:spPr><a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${hex(unstated)}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>${edge(unstated)}`,
    )
    .replaceAll(series("FFFFFF"), `${series("FFFFFF")}${edge(planned)}`)
    .replace(/<c:val>.*?<\/c:val>/gs, (values) =>
      values.replace(/<c:pt idx="\d+"><c:v>0<\/c:v><\/c:pt>/g, ""),
    );
