import { ITEM_TYPES, type ItemType } from "#domain/item.ts";
import type { LightChoice } from "#domain/light/light-state.ts";
import { CORRIDOR_DASH, LIGHT_ON, type LightOn, markColor } from "#domain/look/marks.ts";
import { PALETTE, type Theme } from "#domain/look/palette.ts";
import type { CorridorKind } from "#domain/place.ts";
import { STAGES, type Stage } from "#domain/stage.ts";
import {
  type Brush,
  CHEVRON,
  haloBrush,
  hubBrushes,
  lightBrushes,
  MARK_BOX,
  minorPortBrushes,
  portBrushes,
  stageBrushes,
} from "../layers/mark-drawing.ts";

/** Pixels of an image for one of the style's own: marks must be sharp at their largest and on dense screens. */
export const IMAGE_RATIO = 3;
const MARK_PX = 24;

/**
 * Draws the image a style asks for: `light/hatch`, `dark/port`, `light/flow/gas`, `light/mark/project/planned`,
 * `light/cluster/3/1.0.2.0.0.0`, `light/bars/1.0.2.0.0.3`; of marks and clusters with a light also
 * `light/mark/project/planned/red`. Only what the style in use asks for is drawn.
 * @throws on a name that no layer makes
 */
export function drawImage(id: string): ImageData {
  const [theme, kind, ...rest] = id.split("/");
  if (theme !== "light" && theme !== "dark") throw new Error(`map image ${id}: expected light/… or dark/…`);
  switch (kind) {
    case "hatch":
      return hatch(theme);
    case "port":
      return mark(portBrushes(theme));
    case "minor-port":
      return mark(minorPortBrushes(theme));
    case "hub":
      return mark(hubBrushes(theme));
    case "flow":
      return flow(theme, corridorKind(id, rest[0]));
    case "mark":
      return itemMark(theme, id, rest);
    case "cluster":
      return cluster(theme, rest[0] ?? "", counts(rest[1]), litOn("badge", theme, rest[2]));
    case "bars":
      return bars(theme, counts(rest[0]));
    default:
      throw new Error(`map image ${id}: no such kind`);
  }
}

function corridorKind(id: string, kind: string | undefined): CorridorKind {
  if (kind === undefined || !(kind in CORRIDOR_DASH)) throw new Error(`map image ${id}: no such corridor`);
  return kind as CorridorKind;
}

const counts = (mix: string | undefined): number[] => (mix ?? "").split(".").map(Number);

/** Nothing where there is no light to tell. */
const litOn = (on: LightOn, theme: Theme, light: string | undefined): Brush[] =>
  light ? lightBrushes(light as LightChoice, theme, LIGHT_ON[on]) : [];

function itemMark(theme: Theme, id: string, [type, stage, light]: string[]): ImageData {
  const known =
    (ITEM_TYPES as readonly string[]).includes(type ?? "") &&
    (STAGES as readonly string[]).includes(stage ?? "");
  if (!known) throw new Error(`map image ${id}: no such type or stage`);
  const of = type as ItemType;
  return mark([
    haloBrush(of, theme),
    ...stageBrushes(of, stage as Stage, theme),
    ...litOn("mark", theme, light),
  ]);
}

function canvas(width: number, height: number): OffscreenCanvasRenderingContext2D {
  // Kept off the graphics card: reading back from it would wait for every frame in its queue.
  const context = new OffscreenCanvas(width * IMAGE_RATIO, height * IMAGE_RATIO).getContext("2d", {
    willReadFrequently: true,
  });
  if (!context) throw new Error("map images: no 2D canvas");
  context.scale(IMAGE_RATIO, IMAGE_RATIO);
  return context;
}

function read(context: OffscreenCanvasRenderingContext2D): ImageData {
  const { width, height } = context.canvas;
  return context.getImageData(0, 0, width, height);
}

function paint(context: OffscreenCanvasRenderingContext2D, brushes: readonly Brush[]): void {
  context.lineJoin = "round";
  for (const brush of brushes) {
    const path = new Path2D(brush.path);
    context.save();
    if (brush.scale) {
      const [x, y] = brush.scale.about;
      context.translate(x, y);
      context.scale(brush.scale.by, brush.scale.by);
      context.translate(-x, -y);
    }
    if (brush.fill) {
      context.fillStyle = brush.fill;
      context.fill(path);
    }
    if (brush.stroke && brush.width) {
      context.strokeStyle = brush.stroke;
      context.lineWidth = brush.width;
      context.lineCap = brush.dash ? "butt" : "round";
      context.setLineDash([...(brush.dash ?? [])]);
      context.stroke(path);
    }
    context.restore();
  }
}

function mark(brushes: readonly Brush[]): ImageData {
  const context = canvas(MARK_PX, MARK_PX);
  context.scale(MARK_PX / MARK_BOX.side, MARK_PX / MARK_BOX.side);
  context.translate(-MARK_BOX.from, -MARK_BOX.from);
  paint(context, brushes);
  return read(context);
}

/** 45°, .9 px every 8 px, on the colour of no data: it lies alone, under what is transparent. */
function hatch(theme: Theme): ImageData {
  const { noData, hatch: line } = PALETTE[theme];
  const side = 8;
  const context = canvas(side, side);
  context.fillStyle = noData;
  context.fillRect(0, 0, side, side);
  context.strokeStyle = line;
  context.lineWidth = 0.9;
  context.beginPath();
  for (const from of [-side, 0, side]) {
    context.moveTo(from - 2, side + 2);
    context.lineTo(from + side + 2, -2);
  }
  context.stroke();
  return read(context);
}

function flow(theme: Theme, kind: CorridorKind): ImageData {
  const { casing, corridor } = PALETTE[theme];
  const context = canvas(20, 20);
  paint(context, [
    { path: CHEVRON, stroke: casing, width: 6 },
    { path: CHEVRON, stroke: corridor[kind], width: 2.6 },
  ]);
  return read(context);
}

/** Share of a ring or bar for each fill level, then for what is off the ladder. */
const LEVELS = [0, 1, 2, 3, 4, null] as const;

function cluster(theme: Theme, count: string, mix: readonly number[], light: readonly Brush[]): ImageData {
  const { halo, markBase, ink } = PALETTE[theme];
  const side = 30;
  const middle = side / 2;
  const context = canvas(side, side);
  const total = mix.reduce((sum, one) => sum + one, 0);
  context.fillStyle = halo;
  context.beginPath();
  context.arc(middle, middle, 14.5, 0, 2 * Math.PI);
  context.fill();
  let from = -Math.PI / 2;
  for (const [index, share] of mix.entries()) {
    if (share === 0) continue;
    const to = from + (share / total) * 2 * Math.PI;
    context.strokeStyle = markColor(theme, LEVELS[index] ?? null);
    context.lineWidth = 2.7;
    context.beginPath();
    context.arc(middle, middle, 12.3, from, to);
    context.stroke();
    from = to;
  }
  context.fillStyle = markBase;
  context.beginPath();
  context.arc(middle, middle, 11, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = ink;
  context.font = `600 ${count.length > 2 ? 11 : 15.8}px "One Map Sans", "One Map Sans Rest", "Noto Sans SC Variable", sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.fillText(count, middle, middle + 5.7);
  context.translate(-MARK_BOX.from, -MARK_BOX.from);
  paint(context, light);
  return read(context);
}

function bars(theme: Theme, mix: readonly number[]): ImageData {
  const { halo, stage } = PALETTE[theme];
  const [width, height] = [44, 8];
  const context = canvas(width + 4, height + 4);
  const total = mix.reduce((sum, one) => sum + one, 0);
  context.fillStyle = halo;
  context.fillRect(0, 0, width + 4, height + 4);
  let x = 2;
  for (const [index, share] of mix.entries()) {
    if (share === 0) continue;
    const part = (share / total) * width;
    const level = LEVELS[index] ?? null;
    context.fillStyle = markColor(theme, level);
    if (level === null) {
      // Off the ladder: hatched, so that it is told from the steps by more than its colour.
      context.fillStyle = halo;
      context.fillRect(x, 2, part, height);
      context.strokeStyle = stage.unstated;
      context.lineWidth = 1;
      context.save();
      context.beginPath();
      context.rect(x, 2, part, height);
      context.clip();
      context.beginPath();
      for (let line = x - height; line < x + part; line += 3) {
        context.moveTo(line, height + 2);
        context.lineTo(line + height, 2);
      }
      context.stroke();
      context.restore();
      context.strokeRect(x + 0.5, 2.5, Math.max(0, part - 1), height - 1);
    } else context.fillRect(x, 2, Math.max(0.5, part - 0.6), height);
    x += part;
  }
  return read(context);
}
