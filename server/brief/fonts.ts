import { createRequire } from "node:module";
import type { Measure } from "#domain/brief/draft.ts";
import { MM_PER_PT } from "#domain/brief/page.ts";
import type { Sheet, TextElement, TextStyle } from "#domain/brief/sheet.ts";
import { type Metrics, readMetrics } from "./font-tables.ts";
import { INVISIBLE, UNDRAWN } from "./texts.ts";

const { resolve } = createRequire(import.meta.url);
const NAMES = { 400: "400Regular", 500: "500Medium", 700: "700Bold" } as const;
type FontKey = `${TextStyle["font"]}-${TextStyle["weight"]}`;

/** A page is set in these; the serif has no medium, its bold stands for it. */
export function fontKey({ font, weight }: Pick<TextStyle, "font" | "weight">): FontKey {
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

export const FONT_KEYS: readonly FontKey[] = ["sans-400", "sans-500", "sans-700", "serif-400", "serif-700"];

/** Width in mm as the PDF's fonts have it, and the characters of a page that they do not have. */
export type Fonts = { measure: Measure; missingGlyphs: (sheet: Sheet) => string[] };

let opened: Promise<Fonts> | null = null;

/** Read when first asked for, and kept. */
export function openFonts(): Promise<Fonts> {
  if (opened === null) {
    opened = readFonts();
    opened.catch(() => {
      opened = null;
    });
  }
  return opened;
}

async function readFonts(): Promise<Fonts> {
  const read = FONT_KEYS.map(async (key) => [key, await readMetrics(fontFile(key))] as const);
  const fonts = new Map(await Promise.all(read));
  const metricsOf = (style: TextStyle): Metrics => {
    const metrics = fonts.get(fontKey(style));
    if (metrics === undefined) throw new Error(`no font ${fontKey(style)}`);
    return metrics;
  };
  return {
    measure: (text, style) => {
      const { advance } = metricsOf(style);
      let em = 0;
      for (const character of text) {
        if (!UNDRAWN.test(character)) em += advance(character.codePointAt(0) ?? 0);
      }
      return em * style.size * MM_PER_PT;
    },
    missingGlyphs: (sheet) => missingGlyphs(sheet, metricsOf),
  };
}

/** Characters of a page that its fonts do not have, each once. */
function missingGlyphs(sheet: Sheet, metricsOf: (style: TextStyle) => Metrics): string[] {
  const missing = new Set<string>();
  const look = (text: string, style: TextStyle) => {
    const { has } = metricsOf(style);
    for (const character of text) {
      if (!/\s/.test(character) && !INVISIBLE.test(character) && !has(character.codePointAt(0) ?? 0))
        missing.add(character);
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
