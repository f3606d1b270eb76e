import { AlignmentType, type IRunOptions, LineRuleType, Paragraph, TextRun } from "docx";
import type { IShapeGroupChildOptions } from "docx/shapes";
import { MM_PER_INCH, MM_PER_PT } from "#domain/brief/page.ts";
import type { Align, Run, TextElement } from "#domain/brief/sheet.ts";
import type { Language } from "#domain/look/words.ts";
import { LANGUAGE } from "../circular/face.ts";
import { hex, LATIN_FACES, PPTX_FACES, points, tallest } from "./pptx-style.ts";

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} satisfies Record<Align, unknown>;
/** Where Word puts the baseline of a line of exact height, in shares of the height from its top. */
const BASELINE = 0.8;
const LEADING = 1.3;

/** A text on the map: a box without edge or fill, its lines as they are broken. */
export function textBox({ lines, box, align }: TextElement, lang: Language): IShapeGroupChildOptions {
  const first = lines[0]?.baseline ?? box.y;
  const last = lines.at(-1)?.baseline ?? first;
  const size = Math.max(...lines.map(({ runs }) => tallest(runs)));
  const pitch = lines.length > 1 ? (last - first) / (lines.length - 1) : size * LEADING * MM_PER_PT;
  const scale = (mm: number) => (mm / MM_PER_INCH) * 96;
  // Room for faces a little wider than the page was measured in.
  const slack = 2;
  const left = align === "left" ? 0 : align === "right" ? slack : slack / 2;
  return {
    type: "rectangle",
    transformation: {
      offset: { left: scale(box.x - left), top: scale(first - pitch * BASELINE) },
      width: scale(box.width + slack),
      height: scale(pitch * lines.length + 0.5),
    },
    fill: "none",
    line: "none",
    textOptions: {
      verticalAlignment: "top",
      margins: { top: 0, right: 0, bottom: 0, left: 0 },
      wrap: false,
    },
    children: lines.map(
      ({ runs }) =>
        new Paragraph({
          alignment: ALIGN[align],
          spacing: { line: Math.round(points(pitch) * 20), lineRule: LineRuleType.EXACT },
          children: runs.map((run) => textRun(run, lang)),
        }),
    ),
  };
}

function textRun({ text, style }: Run, lang: Language): TextRun {
  return new TextRun({
    text,
    ...spoken(lang, { han: PPTX_FACES[style.font], latin: LATIN_FACES[style.font] }),
    size: Math.round(style.size * 2),
    bold: style.weight >= 500,
    color: hex(style.color),
  });
}

/**
 * Faces and language of a run: Chinese has one face for every script. English has a Latin one, and quotation marks
 * and dashes of its own, which the hint would take for Chinese.
 */
export const spoken = (
  lang: Language,
  { han, latin }: { han: string; latin: string },
): Pick<IRunOptions, "font" | "language"> => ({
  font:
    lang === "en"
      ? { ascii: latin, hAnsi: latin, eastAsia: han, cs: latin }
      : { ascii: han, hAnsi: han, eastAsia: han, cs: han, hint: "eastAsia" },
  language: LANGUAGE,
});
