import { cameraForView, FIT_PADDING, type Looking, type Size, scaleOf, toMercator } from "../camera.ts";
import { emPx } from "./em.ts";
import { type Frame, frameOf, pxIn } from "./frame.ts";
import type { Wording } from "./input.ts";
import { type Label, labelsOf } from "./labels.ts";
import { markList } from "./pins.ts";
import { type Box, markBox, overlap, type Placed } from "./placement.ts";

/** Where the seams between a screen's tiles run across a map, px from its upper left. */
export type SeamsPx = { x: readonly number[]; y: readonly number[] };

/** Names keep so far from a seam, px: there is not the room for as much as the panels keep. */
const NAME_CLEAR = 4;
/** Where the map could not be moved as far, they step aside for the last of it alone. */
const BARRED = 3;
const MARK_CLEAR = 3;
/** A map moves no farther for its seams, px; beyond its room by less, and never so near to the sides of its box. */
const FARTHEST = 32;
const BEYOND = 16;
const LEAST_ROOM = 12;
/**
 * What a thing on a seam costs, and each px of its way off it. A league's name steps aside by itself, but not far
 * without leaving its league; a mark or a name beside one cannot, and it is the worse to have half a name.
 */
const COST = { mark: { on: 8, way: 1 }, name: { on: 60, way: 1 }, league: { on: 0, way: 2 } };
/** A name rather covers a mark than lies on a seam: to the placement each seam is so many marks. */
const AS_MARKS = 8;

/** Where a name that has stepped aside has another's place, the next best ways are tried. */
const TRIES = 12;

type OffSeams<T> = T & { shift: readonly [x: number, y: number] };

/**
 * The same look, moved by as little as keeps marks and names off the seams as well as can be; and where no league's
 * name may stand then.
 */
export function offSeams<T extends Looking>(
  wording: Wording,
  looking: T,
  size: Size,
  seams: SeamsPx,
): OffSeams<T> {
  const { room } = looking;
  if (!room || (seams.x.length === 0 && seams.y.length === 0)) return { ...looking, shift: [0, 0] };
  const frame = frameIn(looking, wording, size);
  const things = thingsIn(wording, frame).filter(
    ({ box }) => box.right > 0 && box.left < size.width && box.bottom > 0 && box.top < size.height,
  );
  const { nominal } = frame;
  const most = (off: number, side: number) =>
    Math.floor(Math.min(FARTHEST, off - side + Math.max(0, Math.min(BEYOND, side - LEAST_ROOM))));
  const across = waysOf(
    things.map(({ box, ...cost }) => ({ from: box.left, to: box.right, ...cost })),
    seams.x,
    { back: most(nominal.x, room.left), forth: most(size.width - nominal.x - nominal.width, room.right) },
  );
  const down = waysOf(
    things.map(({ box, ...cost }) => ({ from: box.top, to: box.bottom, ...cost })),
    seams.y,
    { back: most(nominal.y, room.top), forth: most(size.height - nominal.y - nominal.height, room.bottom) },
  );
  const best = across
    .flatMap((x) => down.map((y) => ({ x: x.way, y: y.way, cost: x.cost + y.cost })))
    .sort((a, b) => a.cost - b.cost || Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))
    .slice(0, TRIES);
  let least: { on: number; moved: OffSeams<T> } | null = null;
  for (const { x, y } of best) {
    const moved: OffSeams<T> = {
      ...looking,
      shift: [x, y],
      room: { left: room.left + x, right: room.right - x, top: room.top + y, bottom: room.bottom - y },
    };
    const barred = barredBy(moved, wording, size, seams);
    const on = namesOff(wording, frameIn(moved, wording, size), barred).filter(({ box }) =>
      barred.boxes.some((strip) => overlap(box, strip) > 0),
    ).length;
    if (least === null || on < least.on) least = { on, moved: { ...moved, barred } };
    if (on === 0) break;
  }
  return least?.moved ?? { ...looking, shift: [0, 0] };
}

/** Names have the room about the frame that they have on any screen: on a wall the map's box ends at the strip. */
export const frameIn = (looking: Looking, { regions }: Wording, size: Size): Frame => ({
  ...frameOf(looking, regions, size),
  padding: FIT_PADDING,
});

type Barred = NonNullable<Looking["barred"]>;

/** Names under a look's own camera, off what is barred as well as can be; boxes in px of the whole world. */
export function namesOff(wording: Wording, frame: Frame, { boxes }: Barred): Placed<Label>[] {
  const { zoom, width, height } = frame.nominal;
  const world = scaleOf(zoom);
  const fit = { x: frame.left * world, y: frame.top * world, width, height, zoom };
  return labelsOf(wording, frame, fit, markList(wording, zoom), false, boxes);
}

type Cost = { on: number; way: number; clear: number };
type Thing = Cost & { box: Box };

/** Marks and names where they stand without any seam. */
function thingsIn(wording: Wording, frame: Frame): Thing[] {
  const { nominal } = frame;
  const em = emPx(nominal.zoom);
  const marks = markList(wording, nominal.zoom);
  return [
    ...marks.map(({ at, radius, raise }) => {
      const [x, y] = pxIn(nominal, frame, at);
      return { box: markBox([x, y - raise * em], radius * em), ...COST.mark, clear: MARK_CLEAR };
    }),
    ...labelsOf(wording, frame, nominal, marks, false).map(({ label, box }) => ({
      box,
      ...(label.kind === "league" ? COST.league : COST.name),
      clear: NAME_CLEAR,
    })),
  ];
}

type Stretch = Cost & { from: number; to: number };

/** What each way along one axis costs, back or forth, by what it leaves on a seam; the cheapest and least first. */
export function waysOf(
  stretches: readonly Stretch[],
  seams: readonly number[],
  most: { back: number; forth: number },
): { way: number; cost: number }[] {
  const [back, forth] = seams.length === 0 ? [0, 0] : [Math.max(0, most.back), Math.max(0, most.forth)];
  const total = (way: number) =>
    stretches.reduce(
      (sum, stretch) => sum + seams.reduce((all, seam) => all + costOf(stretch, seam - way), 0),
      0,
    );
  return Array.from({ length: back + forth + 1 }, (_, index) => index - back)
    .map((way) => ({ way, cost: total(way) }))
    .sort((a, b) => a.cost - b.cost || Math.abs(a.way) - Math.abs(b.way))
    .slice(0, TRIES);
}

/** Nothing off the seam; else how far it is to either side, and what it costs to be on it at all. */
function costOf({ from, to, on, way, clear }: Stretch, seam: number): number {
  const off = Math.min(to + clear - seam, seam - (from - clear));
  return off > 0 ? on + off * way : 0;
}

/** A camera fitted to the zoom at which names are placed must not fall short of it by the last bit. */
const HAIR = 1e-6;

/** The seams as strips of the ground under the look's own camera. */
function barredBy(looking: Looking, { regions }: Wording, size: Size, seams: SeamsPx): Barred {
  const { lon, lat, zoom } = cameraForView(looking, regions, size);
  const world = scaleOf(zoom);
  const [centreX, centreY] = toMercator([lon, lat]).map((share) => share * world) as [number, number];
  const whole = { left: 0, top: 0, right: world, bottom: world };
  const strips = [
    ...seams.x
      .map((x) => centreX + x - size.width / 2)
      .map((x) => ({ ...whole, left: x - BARRED, right: x + BARRED })),
    ...seams.y
      .map((y) => centreY + y - size.height / 2)
      .map((y) => ({ ...whole, top: y - BARRED, bottom: y + BARRED })),
  ];
  return { zoom: zoom - HAIR, boxes: Array.from({ length: AS_MARKS }, () => strips).flat() };
}
