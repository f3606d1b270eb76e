import { blend } from "#domain/look/color.ts";
import type { Size } from "../camera.ts";
import { DETAIL_ZOOMS } from "../tiles/layers.ts";
import { band, definitions, fills } from "./areas.ts";
import { backdrop, reliefOpacity } from "./backdrop.ts";
import { type Band, bandsOf, drawnIn, type InRange, inRanges, type Range } from "./bands.ts";
import { corridorNodes } from "./corridors.ts";
import { type Frame, frameOf } from "./frame.ts";
import { grid } from "./grid.ts";
import { type Drawing, drawingOf, type PictureInput } from "./input.ts";
import { type Label, type LabelKind, labelsOf } from "./labels.ts";
import { boundaries, leaderNode, selection } from "./lines.ts";
import { node, type PictureNode } from "./node.ts";
import { type Outline, outlineOf } from "./outline.ts";
import { type Mark, markList, markNode } from "./pins.ts";
import type { Placed } from "./placement.ts";
import { labelNode } from "./text.ts";
import { type TiledLayout, tiledLayouts, tiledNames } from "./tiled.ts";

/** The baked ground is drawn up to here, as on the map; nearer it would blur, and the outline alone is drawn. */
const GROUND_TO_ZOOM = DETAIL_ZOOMS.min;

export type Scene = {
  frame: Frame;
  drawing: Drawing;
  outline: Outline;
  /** What stands in the frame, bottom to top, for an SVG without viewBox that covers the frame. */
  ground: readonly PictureNode[];
  /** Above it: corridors, marks and names. A map's highlight goes between the two and covers no name. */
  names: readonly PictureNode[];
  /** What of it shows at which width of the frame, narrowest first. */
  layouts: readonly Layout[];
  /** Widths between which a part of `names` shows, where it does not at all. */
  ranges: readonly Range[];
  /** What shows instead on screens of several tiles. */
  tiled: readonly TiledLayout[];
  /** Colour beyond everything drawn. */
  background: string;
};
export type Layout = Band & { marks: readonly Mark[]; labels: readonly Placed<Label>[] };

/**
 * The picture as data. Positions are shares of the frame and sizes are in em, so one scene serves every window.
 * `exact` says that it is shown at `size` and no other: else names and marks are placed for every width of frame.
 * `prefix` keeps ids apart where two pictures stand in one page.
 */
export function sceneOf(input: PictureInput, size: Size, exact: boolean, prefix = "picture"): Scene {
  const drawing = drawingOf(input);
  const { palette, view, on } = drawing;
  const frame = frameOf(view, input.regions, size);
  const baked = input.ground !== null && frame.nominal.zoom < GROUND_TO_ZOOM;
  const outline = outlineOf(drawing.topology, frame, [
    "leagues",
    "counties",
    "province",
    "lines",
    ...(baked ? [] : (["neighbours"] as const)),
  ]);
  const layouts = bandsOf(frame, exact).map((band): Layout => {
    const marks = markList(drawing, band.fit.zoom);
    return { ...band, marks, labels: labelsOf(drawing, frame, band.fit, marks, exact) };
  });
  const tiled = tiledLayouts(drawing);
  const placed = tiledNames(placedIn(layouts), tiled);
  const veiled = (color: string) => blend(color, palette.veil, palette.veilOpacity);
  const ground = [
    ...(baked && input.ground ? [backdrop(frame, input.ground)] : []),
    grid(
      frame,
      {},
      definitions(drawing, frame, prefix),
      // The baked ground has neighbours and shadow already.
      ...(baked
        ? []
        : [
            ...outline.neighbours.map(({ path }) => node("path", { d: path, fill: veiled(palette.china) })),
            ...band(drawing, outline),
          ]),
      fills(drawing, outline, prefix),
    ),
    ...(input.relief && on.has("relief") && frame.nominal.zoom < 8.4
      ? [backdrop(frame, input.relief, reliefOpacity(frame.nominal.zoom, input.theme))]
      : []),
    grid(
      frame,
      { fill: "none", "pointer-events": "none", "stroke-linejoin": "round" },
      ...boundaries(drawing, frame, outline),
      ...selection(drawing, outline),
    ),
  ];
  return {
    frame,
    drawing,
    outline,
    ground,
    names: [
      withGround(grid(frame, {}, ...corridorNodes(drawing, frame))),
      ...marksAndNames(placed, frame, palette.accent),
    ],
    layouts,
    tiled,
    ranges: [...placed.marks, ...placed.names].map(({ range }) => range),
    // As beneath the map. Nearer than the baked ground all that is not drawn is land abroad.
    background: veiled(baked ? palette.sea : palette.foreign),
  };
}

export type PlacedIn = { marks: readonly InRange<Mark>[]; names: readonly InRange<Placed<Label>>[] };

/** What the layouts hold, each once for all the widths at which it is the same. */
const placedIn = (layouts: readonly Layout[]): PlacedIn => ({
  marks: inRanges(
    layouts.map((one) => ({ ...one, things: one.marks })),
    ({ at, title }) => `${at} ${title}`,
  ),
  names: inRanges(
    layouts.map((one) => ({ ...one, things: one.labels })),
    ({ label, spot }) => JSON.stringify([label, spot]),
  ),
});

/**
 * Of a page's first paint, which a stroke and a name each make later, what is asked of it alone is part: regions, their
 * names and values, borders and ports. The rest shows when the ground does (client/picture-ground.css), for which all
 * of it is rastered again anyway.
 */
const withGround = (...drawn: PictureNode[]): PictureNode => node("g", { "data-with-ground": "" }, ...drawn);
const FIRST: ReadonlySet<LabelKind> = new Set(["league", "county", "port"]);

function marksAndNames({ marks, names }: PlacedIn, frame: Frame, accent: string): PictureNode[] {
  const [ports, others] = parted(marks, ({ isPort }) => isPort);
  const [first, rest] = parted(names, ({ label }) => FIRST.has(label.kind));
  const drawMarks = (some: readonly InRange<Mark>[]) =>
    drawnIn(some, (mark) => [markNode(mark, frame, accent)]);
  const drawNames = (some: readonly InRange<Placed<Label>>[]) =>
    drawnIn(some, (name) => [labelNode(name, frame)]);
  return [
    ...drawnIn(names, ({ label }) => leaderNode(label, frame)),
    node("g", {}, withGround(...drawMarks(others)), ...drawMarks(ports)),
    node(
      "g",
      {
        "aria-hidden": "true",
        "pointer-events": "none",
        "paint-order": "stroke",
        "stroke-linejoin": "round",
        style: { strokeWidth: ".22em" },
      },
      withGround(...drawNames(rest)),
      ...drawNames(first),
    ),
  ];
}

function parted<T>(things: readonly InRange<T>[], isFirst: (thing: T) => boolean) {
  const [first, rest] = [true, false].map((wanted) =>
    things.filter(({ thing }) => isFirst(thing) === wanted),
  );
  return [first ?? [], rest ?? []] as const;
}
