import { PALETTE } from "../look/palette.ts";
import { breakLines, fitLine, joinLines } from "./break-lines.ts";
import { MM_PER_PT } from "./page.ts";
import type { Problem, TEXT_FIELDS } from "./preflight.ts";
import type { Align, Box, Element, Line, Part, Run, TextElement, TextRole, TextStyle } from "./sheet.ts";

/** Width of a text in mm, as the fonts of the page have it. */
export type Measure = (text: string, style: TextStyle) => number;

export const light = PALETTE.light;

/** Type of print at A3 (VISUAL.md), pt; a page's layout scales it. */
const SCALE = {
  title: { font: "serif", weight: 700, size: 33, color: light.ink },
  subtitle: { font: "sans", weight: 500, size: 12.5, color: light.ink2 },
  statistic: { font: "serif", weight: 700, size: 21, color: light.ink },
  statisticUnit: { font: "serif", weight: 700, size: 10.5, color: light.ink },
  caption: { font: "sans", weight: 400, size: 8, color: light.ink2 },
  head: { font: "sans", weight: 700, size: 11, color: light.ink },
  aside: { font: "sans", weight: 400, size: 8, color: light.ink2 },
  table: { font: "sans", weight: 400, size: 9, color: light.ink },
  tableHead: { font: "sans", weight: 500, size: 8, color: light.ink2 },
  tableSum: { font: "sans", weight: 700, size: 9, color: light.ink },
  count: { font: "sans", weight: 700, size: 13, color: light.ink },
  quote: { font: "serif", weight: 400, size: 9, color: light.ink },
  note: { font: "sans", weight: 400, size: 7.5, color: light.ink2 },
  strong: { font: "sans", weight: 700, size: 8, color: light.ink },
  graticule: { font: "sans", weight: 400, size: 7, color: light.ink2 },
} as const satisfies Record<string, TextStyle>;
export type StyleName = keyof typeof SCALE;

/** Smaller is not read on paper. */
const LEAST_PT = 5.8;

export type Put = {
  at: { x: number; y: number; width: number };
  text: string;
  style: StyleName;
  role?: TextRole;
  align?: Align;
  /** Of the size of type. */
  leading?: number;
  /** Most lines; more are a problem of the field. */
  most?: number;
  field?: (typeof TEXT_FIELDS)[number];
  onMap?: boolean;
};

/** A page in the making: what is laid out so far, and what went wrong with it. */
export class Draft {
  readonly elements: Element[] = [];
  readonly parts: Part[] = [];
  readonly problems: Problem[] = [];
  readonly type: number;
  readonly #measure: Measure;

  constructor(type: number, measure: Measure) {
    this.type = type;
    this.#measure = measure;
  }

  /** A page of the same type to try a block on. */
  fork(): Draft {
    return new Draft(this.type, this.#measure);
  }

  /** Takes over what was tried. */
  take(tried: Draft): void {
    const first = this.elements.length;
    this.parts.push(
      ...tried.parts.map((part) => ({ ...part, from: part.from + first, to: part.to + first })),
    );
    this.elements.push(...tried.elements);
    this.problems.push(...tried.problems);
  }

  style(name: StyleName, factor = 1): TextStyle {
    const style = SCALE[name];
    return { ...style, size: Math.round(Math.max(LEAST_PT, style.size * this.type * factor) * 100) / 100 };
  }

  widthOf(text: string, style: TextStyle): number {
    return this.#measure(text, style);
  }

  add(...elements: readonly Element[]): void {
    this.elements.push(...elements);
  }

  /** Names what was added since there were `from` elements. */
  mark(name: Part["name"], box: Box, from = 0): void {
    const to = this.elements.length;
    if (to > from) this.parts.push({ name, box, from, to });
  }

  /** A text laid out, not yet on the page. What does not fit is told, and ends with an ellipsis. */
  text(put: Put, factor = 1): TextElement {
    const {
      at,
      text,
      role = "paragraph",
      align = "left",
      leading = 1.5,
      most = 40,
      field,
      onMap = false,
    } = put;
    const style = this.style(put.style, factor);
    const widthOf = (part: string) => this.#measure(part, style);
    const all = breakLines(text, at.width, widthOf);
    const kept = all.slice(0, most);
    if (all.length > most) {
      const rest = joinLines(all.slice(most - 1)).replaceAll("\n", " ");
      kept[most - 1] = { text: fitLine(rest, at.width, widthOf), after: "" };
      if (field !== undefined) {
        const fits = [...joinLines(kept)].length - 1;
        this.problems.push({ kind: "textTooLong", field, length: [...text].length, fits });
      }
    }
    const em = style.size * MM_PER_PT;
    const pitch = em * leading;
    return {
      kind: "text",
      role,
      box: { x: at.x, y: at.y, width: at.width, height: pitch * kept.length },
      align,
      lines: kept.map(({ text, after }, index) => ({
        baseline: baselineIn(at.y + index * pitch, pitch, em),
        runs: [{ text, style }],
        after,
      })),
      halo: onMap ? light.halo : null,
    };
  }

  /** Puts a text on the page and says where it ends. */
  put(put: Put, factor = 1): number {
    const made = this.text(put, factor);
    this.add(made);
    return made.box.y + made.box.height;
  }
}

/** Han characters stand in the middle of their line. */
export const baselineIn = (top: number, pitch: number, em: number): number => top + pitch / 2 + em * 0.37;

/** Runs of several styles in one line. */
export function lineOf(box: Box, runs: readonly Run[], baseline: number, onMap: boolean): TextElement {
  const line: Line = { baseline, runs: [...runs], after: "" };
  return {
    kind: "text",
    role: "label",
    box,
    align: "left",
    lines: [line],
    halo: onMap ? light.halo : null,
  };
}

export const rule = (
  from: [number, number],
  to: [number, number],
  width: number,
  color: string = light.ink,
): Element => ({ kind: "rule", from, to, color, width, dash: [] });

export const boxOf = (
  box: Box,
  look: { fill?: string; hatch?: string; stroke?: string; strokeWidth?: number; dash?: number[] },
): Element => ({
  kind: "box",
  box,
  fill: look.fill ?? null,
  hatch: look.hatch ?? null,
  stroke: look.stroke ?? null,
  strokeWidth: look.strokeWidth ?? 0,
  dash: look.dash ?? [],
});
