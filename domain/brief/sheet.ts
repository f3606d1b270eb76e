import { z } from "zod";
import { LANGUAGES, zCamera } from "../view.ts";
import { BREAKS, joinLines } from "./break-lines.ts";
import { zFolio } from "./brief.ts";
import { PAGES } from "./page.ts";

/**
 * A page laid out: every position in mm from the upper left corner, every size of type in pt. One description
 * for the screen's preview, PNG, PDF, PPTX and DOCX; elements stand in the order in which they are drawn and read.
 */
const zMm = z.number();
const zColor = z.string().regex(/^#[0-9A-Fa-f]{6}$/);
export const zBox = z.strictObject({ x: zMm, y: zMm, width: zMm, height: zMm });
export type Box = z.infer<typeof zBox>;

export const zTextStyle = z.strictObject({
  font: z.enum(["sans", "serif"]),
  weight: z.union([z.literal(400), z.literal(500), z.literal(700)]),
  /** pt */
  size: z.number().positive(),
  color: zColor,
});
export type TextStyle = z.infer<typeof zTextStyle>;

export const TEXT_ROLES = ["title", "head", "paragraph", "label", "caption"] as const;
export type TextRole = (typeof TEXT_ROLES)[number];
export const ALIGNS = ["left", "center", "right"] as const;
export type Align = (typeof ALIGNS)[number];

const zRun = z.strictObject({ text: z.string(), style: zTextStyle });
export type Run = z.infer<typeof zRun>;
/**
 * Baseline of a line, mm from the top of the page; runs follow one another from left to right. `after`: what stood
 * where the text is broken, for a renderer that sets it anew.
 */
export const zLine = z.strictObject({
  baseline: zMm,
  runs: z.array(zRun).min(1),
  after: z.enum(BREAKS),
});
export type Line = z.infer<typeof zLine>;

export const zTextElement = z.strictObject({
  kind: z.literal("text"),
  role: z.enum(TEXT_ROLES),
  box: zBox,
  align: z.enum(ALIGNS),
  /** Broken already: a renderer breaks none of its own. */
  lines: z.array(zLine),
  /** Stands on the map: an edge of this colour sets it off. */
  halo: zColor.nullable(),
});
export type TextElement = z.infer<typeof zTextElement>;

/** A text as it was before it was broken into lines. */
export const textOf = ({ lines }: Pick<TextElement, "lines">): string =>
  joinLines(lines.map(({ runs, after }) => ({ text: runs.map(({ text }) => text).join(""), after })));

/** A shape on a grid of 24 units. */
export const zMarkPath = z.strictObject({
  d: z.string(),
  fill: zColor.nullable(),
  stroke: zColor.nullable(),
  /** In units of the grid. */
  strokeWidth: z.number(),
  dash: z.array(z.number()),
});
export type MarkPath = z.infer<typeof zMarkPath>;

const zRule = z.strictObject({
  kind: z.literal("rule"),
  from: z.tuple([zMm, zMm]),
  to: z.tuple([zMm, zMm]),
  color: zColor,
  /** mm */
  width: z.number(),
  /** mm; empty for a whole line */
  dash: z.array(z.number()),
});
const zBoxElement = z.strictObject({
  kind: z.literal("box"),
  box: zBox,
  fill: zColor.nullable(),
  /** Lines at 45° over the fill. */
  hatch: zColor.nullable(),
  stroke: zColor.nullable(),
  strokeWidth: z.number(),
  dash: z.array(z.number()),
});
const zMark = z.strictObject({
  kind: z.literal("mark"),
  /** Upper left corner of the grid, and its side. */
  x: zMm,
  y: zMm,
  size: zMm,
  alt: z.string(),
  paths: z.array(zMarkPath),
});
export type MarkElement = z.infer<typeof zMark>;

/** A part of a bar: its share of the bar's whole width. */
const zBarPart = z.strictObject({
  share: z.number(),
  fill: zColor,
  hatch: zColor.nullable(),
  stroke: zColor,
  label: z.string(),
});
const zCell = z.strictObject({
  text: z.string(),
  style: zTextStyle,
  /** Stands before the text in the class colour of the map; `hatch` where there is no data. */
  swatch: z.strictObject({ fill: zColor, hatch: zColor.nullable(), stroke: zColor }).nullable(),
  /** From the column's left edge, mm: a part of the row above, or a bar beside its numbers. */
  indent: z.number(),
  /** Instead of text: a bar of stages. */
  bar: z.array(zBarPart).nullable(),
});
export type TableCell = z.infer<typeof zCell>;
export const zTable = z.strictObject({
  kind: z.literal("table"),
  name: z.string(),
  box: zBox,
  /** Widths in mm, their sum the table's. */
  columns: z.array(z.strictObject({ width: zMm, align: z.enum(ALIGNS) })),
  /** The first is the head. Heights in mm, their sum the table's. */
  rows: z.array(
    z.strictObject({
      height: zMm,
      cells: z.array(zCell),
      /** Line beneath. */
      rule: z.strictObject({ color: zColor, width: z.number() }).nullable(),
    }),
  ),
});
export type Table = z.infer<typeof zTable>;

/** Items on each step of the projects' ladder and off it. */
export const zStages = z.strictObject({
  kind: z.literal("stages"),
  name: z.string(),
  box: zBox,
  steps: z.array(
    z.strictObject({
      stage: z.string(),
      label: z.string(),
      count: z.int(),
      color: zColor,
      mark: zMark,
      countText: zTextElement,
      labelText: zTextElement,
    }),
  ),
});
export type StagesElement = z.infer<typeof zStages>;

/** Classes of the map's colours, with what stands outside them. */
export const zRamp = z.strictObject({
  kind: z.literal("ramp"),
  box: zBox,
  classes: z.array(
    z.strictObject({
      box: zBox,
      fill: zColor,
      hatch: zColor.nullable(),
      stroke: zColor,
      label: zTextElement,
    }),
  ),
});
export type Ramp = z.infer<typeof zRamp>;

export const zScaleBar = z.strictObject({
  kind: z.literal("scaleBar"),
  /** The bar alone. */
  box: zBox,
  /** Length of the whole bar on the ground at the centre's latitude. */
  km: z.number(),
  /** Equal parts, dark and light by turns. */
  parts: z.int(),
  color: zColor,
  labels: z.array(zTextElement),
});
export type ScaleBar = z.infer<typeof zScaleBar>;

export const zQr = z.strictObject({
  kind: z.literal("qr"),
  box: zBox,
  url: z.string(),
  /** Rows of modules, `1` dark; no quiet zone, which the page's paper gives. */
  rows: z.array(z.string().regex(/^[01]+$/)),
  color: zColor,
});
export type Qr = z.infer<typeof zQr>;

export const zElement = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("map") }),
  zTextElement,
  zRule,
  zBoxElement,
  zMark,
  zTable,
  zStages,
  zRamp,
  zScaleBar,
  zQr,
]);
export type Element = z.infer<typeof zElement>;

export const PARTS = ["title", "legend", "ranking", "stages", "address"] as const;
/** What may be taken off a page as it stands: elements from `from` up to, not with, `to`, and the room they have. */
const zPart = z.strictObject({ name: z.enum(PARTS), box: zBox, from: z.int(), to: z.int() });
export type Part = z.infer<typeof zPart>;

export const zPixels = z.strictObject({ width: z.int().positive(), height: z.int().positive() });

export const zSheet = z.strictObject({
  id: z.string(),
  page: z.enum(PAGES),
  /** mm */
  width: zMm,
  height: zMm,
  lang: z.enum(LANGUAGES),
  title: z.string(),
  /** Where it is one of several. */
  folio: zFolio.nullable(),
  /** Of the whole page. */
  pixels: zPixels,
  dpi: z.number(),
  paper: zColor,
  /** Where the element `map` draws the picture, and how the picture is made. */
  map: z.strictObject({
    box: zBox,
    /** Size of the map in CSS pixels: it and the camera fix extent and scale, whatever the dpi. */
    css: zPixels,
    /** Exactly `css` times `pixelRatio`. */
    pixels: zPixels,
    pixelRatio: z.number(),
    camera: zCamera,
    alt: z.string(),
    /** Boxes in mm that stand on the map: names are to keep out of them. */
    covered: z.array(zBox),
    /** Of the graticule, part of the picture: one that would lie over a name is not drawn. */
    degrees: z.array(zTextElement),
  }),
  elements: z.array(zElement),
  parts: z.array(zPart),
});
export type Sheet = z.infer<typeof zSheet>;
