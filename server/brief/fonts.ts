import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import type { Measure } from "#domain/brief/draft.ts";
import { MM_PER_PT } from "#domain/brief/page.ts";
import type { Sheet, TextElement, TextStyle } from "#domain/brief/sheet.ts";

const { resolve } = createRequire(import.meta.url);
const NAMES = { 400: "400Regular", 500: "500Medium", 700: "700Bold" } as const;
type FontKey = `${TextStyle["font"]}-${TextStyle["weight"]}`;

/** A page is set in these; the serif has no medium, its bold stands for it. */
export function fontKey({ font, weight }: TextStyle): FontKey {
  return `${font}-${font === "serif" && weight === 500 ? 700 : weight}`;
}

/** Whole TrueType files: a subset of them is made for each PDF. */
export function fontFile(key: FontKey): string {
  const [font, weight] = key.split("-") as [TextStyle["font"], "400" | "500" | "700"];
  const name = NAMES[Number(weight) as keyof typeof NAMES];
  return font === "sans"
    ? resolve(`@expo-google-fonts/noto-sans-sc/${name}/NotoSansSC_${name}.ttf`)
    : resolve(`@expo-google-fonts/noto-serif-sc/${name}/NotoSerifSC_${name}.ttf`);
}

/** What pdfkit keeps of the font in use (fontkit); its types do not say. */
type FontInUse = { _font: { font: { hasGlyphForCodePoint: (codePoint: number) => boolean } } };

type Metrics = { advance: (character: string) => number; has: (character: string) => boolean };
const opened = new Map<FontKey, Metrics>();

/** A font is read when first asked for, 10 to 15 MB, and kept; so are the widths of its characters. */
function metricsOf(key: FontKey): Metrics {
  const known = opened.get(key);
  if (known !== undefined) return known;
  const document = new PDFDocument({ autoFirstPage: false, font: fontFile(key) });
  document.font(fontFile(key)).fontSize(1000);
  const { font } = (document as unknown as FontInUse)._font;
  const advances = new Map<string, number>();
  const metrics: Metrics = {
    advance: (character) => {
      const found = advances.get(character);
      if (found !== undefined) return found;
      const width = document.widthOfString(character) / 1000;
      advances.set(character, width);
      return width;
    },
    has: (character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  };
  opened.set(key, metrics);
  return metrics;
}

/** Width in mm as the PDF's fonts have it. */
export const measure: Measure = (text, style) => {
  const { advance } = metricsOf(fontKey(style));
  let em = 0;
  for (const character of text) em += advance(character);
  return em * style.size * MM_PER_PT;
};

/** Marks that join characters and have no glyph of their own. */
const INVISIBLE = /^[\s\p{Cf}\p{Variation_Selector}]$/u;

/** Characters of a page that its fonts do not have, each once. */
export function missingGlyphs(sheet: Sheet): string[] {
  const missing = new Set<string>();
  const look = (text: string, style: TextStyle) => {
    const { has } = metricsOf(fontKey(style));
    for (const character of text) {
      if (!INVISIBLE.test(character) && !has(character)) missing.add(character);
    }
  };
  for (const element of textsOf(sheet)) {
    for (const line of element.lines) for (const { text, style } of line.runs) look(text, style);
  }
  for (const element of sheet.elements) {
    if (element.kind === "table")
      for (const row of element.rows) for (const { text, style } of row.cells) look(text, style);
  }
  return [...missing];
}

function textsOf({ elements }: Sheet): TextElement[] {
  return elements.flatMap((element) => {
    if (element.kind === "text") return [element];
    if (element.kind === "stages") return element.steps.flatMap((step) => [step.countText, step.labelText]);
    if (element.kind === "ramp") return element.classes.map((one) => one.label);
    return element.kind === "scaleBar" ? element.labels : [];
  });
}
