import type { Box, Element, MarkElement, Qr, Sheet } from "#domain/brief/sheet.ts";
import type { ShapeName, ShapeProps, Slide } from "./pptx-library.ts";
import { type PathPoint, pathPoints } from "./pptx-path.ts";
import { hatchName, hex, inch, points } from "./pptx-style.ts";
import { addTable } from "./pptx-table.ts";
import { addText } from "./pptx-text.ts";

/** A page's elements in their order, each as what PowerPoint can edit; the map alone is a picture. */
export function drawSlide(slide: Slide, sheet: Sheet, map: string): void {
  slide.background = { color: hex(sheet.paper) };
  for (const element of sheet.elements) drawElement(slide, sheet, element, map);
}

const placed = ({ x, y, width, height }: Box) => ({
  x: inch(x),
  y: inch(y),
  w: inch(width),
  h: inch(height),
});

function drawElement(slide: Slide, sheet: Sheet, element: Element, map: string): void {
  switch (element.kind) {
    case "map":
      slide.addImage({
        ...placed(sheet.map.box),
        data: map,
        altText: sheet.map.alt,
        objectName: sheet.map.alt,
      });
      return;
    case "text":
      addText(slide, element, sheet.lang);
      return;
    case "rule":
      drawRule(slide, element);
      return;
    case "box":
      drawBox(slide, element);
      return;
    case "mark":
      drawMark(slide, element);
      return;
    case "table":
      addTable(slide, element, sheet.lang);
      return;
    case "stages":
      for (const { mark, countText, labelText } of element.steps) {
        drawMark(slide, mark);
        addText(slide, countText, sheet.lang);
        addText(slide, labelText, sheet.lang);
      }
      return;
    case "ramp":
      for (const { box, fill, hatch, stroke, label } of element.classes) {
        drawBox(slide, { box, fill, hatch, stroke, strokeWidth: 0.12, dash: [] });
        addText(slide, label, sheet.lang);
      }
      return;
    case "scaleBar": {
      const { box, parts, color, labels } = element;
      const width = box.width / parts;
      for (let at = 0; at < parts; at += 1) {
        const fill = at % 2 === 0 ? color : sheet.paper;
        const part = { ...box, x: box.x + at * width, width };
        drawBox(slide, { box: part, fill, hatch: null, stroke: color, strokeWidth: 0.15, dash: [] });
      }
      for (const label of labels) addText(slide, label, sheet.lang);
      return;
    }
    case "qr":
      drawQr(slide, element);
  }
}

/** PowerPoint has a dash and no lengths of it: short ones are its fine dash. */
const dashOf = (dash: readonly number[]) =>
  dash.length === 0 ? {} : { dashType: (dash[0] ?? 0) < 1 ? ("sysDash" as const) : ("dash" as const) };

type BoxElement = Omit<Extract<Element, { kind: "box" }>, "kind">;

function drawBox(slide: Slide, { box, fill, hatch, stroke, strokeWidth, dash }: BoxElement): void {
  slide.addShape("rect" as ShapeName, {
    ...placed(box),
    ...hatchName(hatch),
    ...(fill === null ? {} : { fill: { color: hex(fill) } }),
    ...(stroke === null ? {} : { line: { color: hex(stroke), width: points(strokeWidth), ...dashOf(dash) } }),
  });
}

function drawRule(slide: Slide, { from, to, color, width, dash }: Extract<Element, { kind: "rule" }>): void {
  const [x, y] = [Math.min(from[0], to[0]), Math.min(from[1], to[1])];
  const rising = (to[0] - from[0]) * (to[1] - from[1]) < 0;
  slide.addShape("line" as ShapeName, {
    ...placed({ x, y, width: Math.abs(to[0] - from[0]), height: Math.abs(to[1] - from[1]) }),
    ...(rising ? { flipV: true } : {}),
    line: { color: hex(color), width: points(width), ...dashOf(dash) },
  });
}

const scaled = (all: readonly PathPoint[], by: number): NonNullable<ShapeProps["points"]> =>
  all.map((point) => {
    if ("close" in point) return point;
    const at = { x: point.x * by, y: point.y * by };
    if (!("curve" in point)) return { ...point, ...at };
    const { type, x1, y1, x2, y2 } = point.curve;
    return { ...at, curve: { type, x1: x1 * by, y1: y1 * by, x2: x2 * by, y2: y2 * by } };
  });

function drawMark(slide: Slide, { x, y, size, alt, paths }: MarkElement): void {
  const unit = size / 24;
  for (const { d, fill, stroke, strokeWidth, dash } of paths) {
    slide.addShape("custGeom" as ShapeName, {
      ...placed({ x, y, width: size, height: size }),
      points: scaled(pathPoints(d), inch(unit)),
      objectName: alt,
      ...(fill === null ? {} : { fill: { color: hex(fill) } }),
      ...(stroke === null
        ? {}
        : { line: { color: hex(stroke), width: points(strokeWidth * unit), ...dashOf(dash) } }),
    });
  }
}

/** One shape of the runs of dark modules: no seams, and it scales. */
function drawQr(slide: Slide, { box, rows, color, url }: Qr): void {
  const unit = box.width / rows.length;
  const dark = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].flatMap((run): PathPoint[] => {
      const [x0, x1] = [run.index, run.index + run[0].length];
      return [
        { x: x0, y, moveTo: true },
        { x: x1, y },
        { x: x1, y: y + 1 },
        { x: x0, y: y + 1 },
        { close: true },
      ];
    }),
  );
  slide.addShape("custGeom" as ShapeName, {
    ...placed(box),
    points: scaled(dark, inch(unit)),
    objectName: url,
    fill: { color: hex(color) },
  });
}
