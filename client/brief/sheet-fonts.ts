import "./sheet-fonts.css";
import { MM_PER_PT } from "#domain/brief/page.ts";
import type { Sheet, TextStyle } from "#domain/brief/sheet.ts";

/** The faces of the PDF, by the page's own files; the serif has no medium, its bold stands for it. */
const FAMILY: Record<TextStyle["font"], string> = {
  sans: '"Noto Sans SC Variable"',
  serif: '"Noto Serif SC"',
};

const weightOf = ({ font, weight }: TextStyle): number => (font === "serif" && weight === 500 ? 700 : weight);

/** For a context whose unit is the millimetre. */
export const cssFont = (style: TextStyle): string =>
  `${weightOf(style)} ${style.size * MM_PER_PT}px ${FAMILY[style.font]}, sans-serif`;

/**
 * Brings the files that hold the page's characters: a canvas draws with what is there, and never again.
 * @returns families of which a file did not come, each once
 */
export async function loadSheetFonts(sheet: Sheet): Promise<string[]> {
  const text = new Map<string, { style: TextStyle; characters: Set<string> }>();
  for (const { style, characters } of writtenOn(sheet)) {
    const key = `${style.font} ${weightOf(style)}`;
    const known = text.get(key) ?? { style: { ...style, size: 12 }, characters: new Set<string>() };
    for (const character of characters) known.characters.add(character);
    text.set(key, known);
  }
  const results = await Promise.allSettled(
    [...text.values()].map(({ style, characters }) =>
      document.fonts.load(cssFont(style), [...characters].join("")),
    ),
  );
  const failed = [...text.keys()].filter((_, index) => results[index]?.status === "rejected");
  return [...new Set(failed.map((key) => (key.startsWith("serif") ? "Noto Serif SC" : "Noto Sans SC")))];
}

/** Every text of a page, wherever in an element it stands. */
function* writtenOn(part: unknown): Generator<{ style: TextStyle; characters: string }> {
  if (typeof part !== "object" || part === null) return;
  if ("text" in part && "style" in part && typeof part.text === "string") {
    yield { style: part.style as TextStyle, characters: part.text };
  }
  for (const inner of Object.values(part)) yield* writtenOn(inner);
}
