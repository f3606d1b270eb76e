import { blend } from "#domain/look/color.ts";
import type { Size } from "../camera.ts";
import { definitions, fills, lift } from "./areas.ts";
import { backdrop, reliefOpacity } from "./backdrop.ts";
import { corridorNodes } from "./corridors.ts";
import { type Frame, frameOf } from "./frame.ts";
import { grid } from "./grid.ts";
import { type Drawing, drawingOf, type PictureInput } from "./input.ts";
import { type Label, labelsOf } from "./labels.ts";
import { boundaries, leaders, selection } from "./lines.ts";
import { node, type PictureNode } from "./node.ts";
import { type Outline, outlineOf } from "./outline.ts";
import { markList, markNode } from "./pins.ts";
import type { Placed } from "./placement.ts";
import { labelNode } from "./text.ts";

/** The baked ground is drawn up to here; nearer it would blur, and the outline alone is drawn. */
const GROUND_TO_ZOOM = 5.8;

export type Scene = {
  frame: Frame;
  drawing: Drawing;
  outline: Outline;
  /** What stands in the frame, bottom to top, for an SVG without viewBox that covers the frame. */
  ground: readonly PictureNode[];
  /** Above it: corridors, marks and names. A map's highlight goes between the two and covers no name. */
  names: readonly PictureNode[];
  labels: readonly Placed<Label>[];
  /** Colour beyond everything drawn. */
  background: string;
};

/**
 * The picture as data. Positions are shares of the frame and sizes are in em, so one scene serves every window;
 * names are placed for `size`. `exact` says that no other size will be shown, so that none may be cut at its edge.
 * `prefix` keeps ids apart where two pictures stand in one page.
 */
export function sceneOf(input: PictureInput, size: Size, exact: boolean, prefix = "picture"): Scene {
  const drawing = drawingOf(input);
  const { palette, view, on } = drawing;
  const frame = frameOf(view, input.regions, size);
  const baked = input.ground !== null && frame.nominal.zoom <= GROUND_TO_ZOOM;
  const outline = outlineOf(input.topology, frame, [
    "leagues",
    "counties",
    "province",
    "lines",
    ...(baked ? [] : (["neighbours"] as const)),
  ]);
  const marks = markList(drawing);
  const labels = labelsOf(drawing, frame, marks, exact);
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
            ...lift(drawing, frame, outline, prefix),
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
  const names = [
    grid(frame, {}, ...corridorNodes(drawing, frame)),
    ...leaders(drawing, frame),
    node("g", {}, ...marks.map((mark) => markNode(mark, frame))),
    node(
      "g",
      {
        "aria-hidden": "true",
        "pointer-events": "none",
        "paint-order": "stroke",
        "stroke-linejoin": "round",
        style: { strokeWidth: ".22em" },
      },
      ...labels.map((label) => labelNode(label, frame)),
    ),
  ];
  return {
    frame,
    drawing,
    outline,
    ground,
    names,
    labels,
    background: veiled(palette.foreign),
  };
}
