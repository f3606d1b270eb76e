import { MM_PER_PT } from "#domain/brief/page.ts";
import type { TextElement } from "#domain/brief/sheet.ts";
import type { Slide } from "./pptx-library.ts";
import { hex, inch, runOptions, tallest } from "./pptx-style.ts";

/** Where the baseline of a line of exact height stands, in shares of the height from its top. */
const BASELINE = 0.8;
/** A lone line has no pitch: its own height stands for one. */
const LEADING = 1.3;

/** One box to a text, each line on its own, so that what is edited stays together. */
export function addText(slide: Slide, { lines, box, align, halo }: TextElement, lang: string): void {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return;
  const size = Math.max(...lines.map(({ runs }) => tallest(runs)));
  const pitch =
    lines.length > 1 ? (last.baseline - first.baseline) / (lines.length - 1) : size * LEADING * MM_PER_PT;
  const glow = halo === null ? {} : { glow: { size: size * 0.15, opacity: 0.9, color: hex(halo) } };
  const runs = lines.flatMap(({ runs: ofLine }, line) =>
    ofLine.map(({ text, style }, index) => ({
      text,
      options: {
        ...runOptions(style, lang),
        ...glow,
        ...(index === ofLine.length - 1 && line < lines.length - 1 ? { breakLine: true } : {}),
      },
    })),
  );
  slide.addText(runs, {
    x: inch(box.x),
    y: inch(first.baseline - pitch * BASELINE),
    w: inch(Math.max(box.width, 1)),
    h: inch(pitch * lines.length),
    align,
    valign: "top",
    margin: 0,
    wrap: false,
    fit: "none",
    lineSpacing: Math.round((pitch / MM_PER_PT) * 100) / 100,
    isTextBox: true,
  });
}
