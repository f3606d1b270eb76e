import { type IShapeGroupChildOptions, ShapeRun } from "docx/shapes";
import { MM_PER_INCH } from "#domain/brief/page.ts";
import type { Element, MarkElement, MarkPath, Qr, Sheet } from "#domain/brief/sheet.ts";
import { textBox } from "./docx-text.ts";
import { pathPoints } from "./pptx-path.ts";
import { hex, points } from "./pptx-style.ts";

/** px at 96 dpi, which docx measures drawings in. */
export const px = (mm: number): number => (mm / MM_PER_INCH) * 96;

type Shape = IShapeGroupChildOptions;
type Rectangle = { x: number; y: number; width: number; height: number };

const placed = ({ x, y, width, height }: Rectangle) => ({
  offset: { left: px(x), top: px(y) },
  width: px(width),
  height: px(height),
});

/** An element as shapes that Word can edit, in the figure's own place and order; the map alone is a picture. */
export function shapesOf(sheet: Sheet, element: Element, map: Uint8Array): Shape[] {
  switch (element.kind) {
    case "map": {
      const { box, alt } = sheet.map;
      const image = { type: "png", data: map } as const;
      const altText = { name: alt, description: alt };
      return [{ type: "picture", image, altText, transformation: placed(box) }];
    }
    case "text":
      return [textBox(element, sheet.lang)];
    case "rule":
      return [rule(element)];
    case "box":
      return [rectangle(element)];
    case "mark":
      return mark(element);
    case "ramp":
      return element.classes.flatMap(({ label, ...swatch }) => [
        rectangle({ ...swatch, strokeWidth: 0.12, dash: [] }),
        textBox(label, sheet.lang),
      ]);
    case "scaleBar": {
      const { box, parts, color, labels } = element;
      const width = box.width / parts;
      const bars = Array.from({ length: parts }, (_, at) =>
        rectangle({
          box: { ...box, x: box.x + at * width, width },
          fill: at % 2 === 0 ? color : sheet.paper,
          hatch: null,
          stroke: color,
          strokeWidth: 0.15,
          dash: [],
        }),
      );
      return [...bars, ...labels.map((label) => textBox(label, sheet.lang))];
    }
    case "table":
    case "stages":
    case "qr":
      // A figure has no table, which the document's own text has; its code stands in the text beneath.
      return [];
  }
}

/** A code beside text: one shape of the runs of its dark modules, which has no seams and scales. */
export function codeOf({ box, url, rows, color }: Qr): ShapeRun {
  const runs = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}Z`),
  );
  return new ShapeRun({
    type: "custom",
    path: runs.join(""),
    connectionPoints: [],
    fill: hex(color),
    line: "none",
    altText: { name: "QR", description: url },
    transformation: { width: px(box.width), height: px(box.height) },
  });
}

const lineOf = (color: string, width: number, dash: readonly number[]) => ({
  color: hex(color),
  width: points(width),
  ...(dash.length === 0
    ? {}
    : {
        dash: Array.from({ length: Math.ceil(dash.length / 2) }, (_, at) => ({
          length: (dash[2 * at] ?? 0) / width,
          gap: (dash[2 * at + 1] ?? dash[2 * at] ?? 0) / width,
        })),
      }),
});

function rectangle({
  box,
  fill,
  hatch,
  stroke,
  strokeWidth,
  dash,
}: Omit<Extract<Element, { kind: "box" }>, "kind">): Shape {
  return {
    type: "rectangle",
    transformation: placed(box),
    fill:
      hatch !== null
        ? {
            type: "pattern",
            pattern: "wideUpwardDiagonal",
            color: hex(hatch),
            backgroundColor: hex(fill ?? "#FFFFFF"),
          }
        : fill === null
          ? "none"
          : hex(fill),
    line: stroke === null ? "none" : lineOf(stroke, strokeWidth, dash),
  };
}

function rule({ from, to, color, width, dash }: Extract<Element, { kind: "rule" }>): Shape {
  const rising = (to[0] - from[0]) * (to[1] - from[1]) < 0;
  const box = {
    x: Math.min(from[0], to[0]),
    y: Math.min(from[1], to[1]),
    width: Math.abs(to[0] - from[0]),
    height: Math.abs(to[1] - from[1]),
  };
  return {
    type: "line",
    transformation: { ...placed(box), ...(rising ? { flip: { vertical: true } } : {}) },
    line: lineOf(color, width, dash),
  };
}

function mark({ x, y, size, paths, alt }: MarkElement): Shape[] {
  const unit = size / 24;
  return paths.map(({ d, fill, stroke, strokeWidth, dash }) => {
    const around = boxAround(d);
    return {
      type: "custom",
      path: d,
      altText: { name: alt },
      transformation: placed({
        x: x + around.x * unit,
        y: y + around.y * unit,
        width: around.width * unit,
        height: around.height * unit,
      }),
      fill: fill === null ? "none" : hex(fill),
      line:
        stroke === null
          ? "none"
          : lineOf(
              stroke,
              strokeWidth * unit,
              dash.map((part) => part * unit),
            ),
    };
  });
}

/** A path fills its shape, so the shape is the box around its points. Curves of marks bulge over none of them. */
function boxAround(d: MarkPath["d"]): Rectangle {
  const all = pathPoints(d).flatMap((point) => ("close" in point ? [] : [point]));
  const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
