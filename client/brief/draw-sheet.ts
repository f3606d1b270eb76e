import { EDGE_MM, HALO_EM, HATCH_WIDTH_MM, hatchLines, placeTable } from "#domain/brief/drawing.ts";
import { MM_PER_PT } from "#domain/brief/page.ts";
import type { Box, Element, MarkElement, Sheet, TextElement } from "#domain/brief/sheet.ts";
import { cssFont } from "./sheet-fonts.ts";

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/**
 * Draws a page of `size` px: preview and file are the same drawing at two sizes. Without a map its frame stays empty.
 * @param top row of the page that the canvas begins with: it may be a part of the page
 */
export function drawSheet(
  context: Context,
  sheet: Sheet,
  size: { width: number; height: number },
  map: CanvasImageSource | null,
  top = 0,
): void {
  context.resetTransform();
  context.translate(0, -top);
  context.fillStyle = sheet.paper;
  context.fillRect(0, 0, size.width, size.height);
  // Whole pixels are not a whole number of millimetres: each axis has a scale of its own, 0.01 % apart.
  context.scale(size.width / sheet.width, size.height / sheet.height);
  for (const element of sheet.elements) drawElement(context, sheet, element, map);
}

function drawElement(context: Context, sheet: Sheet, element: Element, map: CanvasImageSource | null): void {
  switch (element.kind) {
    case "map":
      drawMap(context, sheet, map);
      return;
    case "text":
      drawText(context, element);
      return;
    case "rule":
      drawLine(context, element);
      return;
    case "box":
      drawBox(context, element);
      return;
    case "mark":
      drawMark(context, element);
      return;
    case "table": {
      const { cells, rules } = placeTable(element);
      for (const { swatch, bar, text } of cells) {
        for (const part of [...(swatch ? [swatch] : []), ...bar]) drawBox(context, edged(part));
        if (text) drawText(context, text);
      }
      for (const rule of rules) drawLine(context, { ...rule, dash: [] });
      return;
    }
    case "stages":
      for (const { mark, countText, labelText } of element.steps) {
        drawMark(context, mark);
        drawText(context, countText);
        drawText(context, labelText);
      }
      return;
    case "ramp":
      for (const one of element.classes) {
        drawBox(context, edged(one));
        drawText(context, one.label);
      }
      return;
    case "scaleBar": {
      const { box, parts, color } = element;
      const width = box.width / parts;
      for (let part = 0; part < parts; part += 1) {
        drawBox(context, {
          box: { ...box, x: box.x + part * width, width },
          fill: part % 2 === 0 ? color : "#FFFFFF",
          hatch: null,
          stroke: color,
          strokeWidth: 0.15,
          dash: [],
        });
      }
      for (const label of element.labels) drawText(context, label);
      return;
    }
    case "qr":
      drawQr(context, element);
      return;
    default:
      element satisfies never;
  }
}

/** The picture has the pixels of its frame: it is set on whole ones, so that none of them is blurred. */
function drawMap(context: Context, { map: { box } }: Sheet, picture: CanvasImageSource | null): void {
  if (picture === null) return;
  const { a, d, f } = context.getTransform();
  const [left, top] = [Math.round(box.x * a), Math.round(box.y * d) + f];
  const [width, height] = [Math.round(box.width * a), Math.round(box.height * d)];
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, left, top, width, height);
  context.restore();
}

function drawText(context: Context, { lines, box, align, halo }: TextElement): void {
  context.textBaseline = "alphabetic";
  context.lineJoin = "round";
  for (const line of lines) {
    if (!isSeen(context, line)) continue;
    const { baseline, runs } = line;
    const widths = runs.map(({ text, style }) => {
      context.font = cssFont(style);
      return context.measureText(text).width;
    });
    const free = box.width - widths.reduce((sum, width) => sum + width, 0);
    const start = box.x + (align === "right" ? free : align === "center" ? free / 2 : 0);
    const write = (how: (text: string, x: number, size: number, color: string) => void) => {
      let x = start;
      for (const [index, { text, style }] of runs.entries()) {
        context.font = cssFont(style);
        how(text, x, style.size * MM_PER_PT, style.color);
        x += widths[index] ?? 0;
      }
    };
    if (halo !== null) {
      context.strokeStyle = halo;
      write((text, x, size) => {
        context.lineWidth = HALO_EM * size;
        context.strokeText(text, x, baseline);
      });
    }
    write((text, x, _size, color) => {
      context.fillStyle = color;
      context.fillText(text, x, baseline);
    });
  }
}

/** Measuring what is above or below a part of the page would cost more than drawing the part. No glyph is two em. */
function isSeen(context: Context, { baseline, runs }: TextElement["lines"][number]): boolean {
  const { d, f } = context.getTransform();
  const reach = 2 * MM_PER_PT * Math.max(0, ...runs.map(({ style }) => style.size));
  return (baseline + reach) * d + f > 0 && (baseline - reach) * d + f < context.canvas.height;
}

type Line = { from: [number, number]; to: [number, number]; color: string; width: number; dash: number[] };

function drawLine(context: Context, { from, to, color, width, dash }: Line): void {
  context.save();
  context.strokeStyle = color;
  context.lineWidth = width;
  context.setLineDash(dash);
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
  context.restore();
}

type Look = Pick<
  Extract<Element, { kind: "box" }>,
  "box" | "fill" | "hatch" | "stroke" | "strokeWidth" | "dash"
>;
const edged = (part: { box: Box; fill: string; hatch: string | null; stroke: string }): Look => ({
  ...part,
  strokeWidth: EDGE_MM,
  dash: [],
});

function drawBox(context: Context, { box, fill, hatch, stroke, strokeWidth, dash }: Look): void {
  const { x, y, width, height } = box;
  context.save();
  if (fill !== null) {
    context.fillStyle = fill;
    context.fillRect(x, y, width, height);
  }
  if (hatch !== null) {
    for (const line of hatchLines(box)) {
      drawLine(context, { ...line, color: hatch, width: HATCH_WIDTH_MM, dash: [] });
    }
  }
  if (stroke !== null) {
    context.strokeStyle = stroke;
    context.lineWidth = strokeWidth;
    context.setLineDash(dash);
    context.strokeRect(x, y, width, height);
  }
  context.restore();
}

const GRID = 24;

function drawMark(context: Context, { x, y, size, paths }: MarkElement): void {
  context.save();
  context.translate(x, y);
  context.scale(size / GRID, size / GRID);
  for (const { d, fill, stroke, strokeWidth, dash } of paths) {
    const path = new Path2D(d);
    if (fill !== null) {
      context.fillStyle = fill;
      context.fill(path);
    } else if (stroke !== null) {
      context.strokeStyle = stroke;
      context.lineWidth = strokeWidth;
      context.setLineDash(dash);
      context.stroke(path);
    }
  }
  context.restore();
}

/** Runs of dark modules: a seam between two would show. */
function drawQr(context: Context, { box, rows, color }: Extract<Element, { kind: "qr" }>): void {
  const module = box.width / rows.length;
  context.fillStyle = color;
  for (const [y, row] of rows.entries()) {
    for (const { index, 0: run } of row.matchAll(/1+/g)) {
      context.fillRect(box.x + index * module, box.y + y * module, run.length * module, module);
    }
  }
}
