import type { ValueClass } from "#domain/measure.ts";
import { isPlannedCity } from "#domain/region.ts";
import type { LonLat, Size } from "../camera.ts";
import { LEADER_ZOOM, LEADERS, MAJOR_PORTS } from "./around.ts";
import { blend } from "./blend.ts";
import { corridorNodes } from "./corridors.ts";
import { type Frame, frameOf, gridHeight, gridUnits, percentOf, shareOf } from "./frame.ts";
import { type Backdrop, type Drawing, drawingOf, type PictureInput } from "./input.ts";
import { type Label, labelsOf, MARK_EM, type Marked } from "./labels.ts";
import { itemMark, portMark } from "./marks.ts";
import { node, type PictureNode, rounded } from "./node.ts";
import { type Outline, outlineOf, type Shape } from "./outline.ts";
import type { Placed } from "./placement.ts";
import { labelNode } from "./text.ts";
import { regionWords } from "./words.ts";

/** The baked ground is drawn up to here; nearer it would blur, and the outline alone is drawn. */
const GROUND_TO_ZOOM = 5.8;

export type Scene = {
  frame: Frame;
  drawing: Drawing;
  outline: Outline;
  /** What stands in the frame, bottom to top, for an SVG without viewBox that covers the frame. */
  layers: readonly PictureNode[];
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
  const layers = [
    // Laid thin on the veil's colour: the same as a veil over it, without a layer of its own.
    ...(baked && input.ground ? [backdrop(frame, input.ground, 1 - palette.veilOpacity)] : []),
    grid(
      frame,
      {},
      definitions(drawing, frame, prefix),
      ...(baked
        ? []
        : outline.neighbours.map(({ path }) => node("path", { d: path, fill: veiled(palette.china) }))),
      ...lift(drawing, frame, outline, prefix),
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
    layers,
    labels,
    background: baked ? palette.veil : veiled(palette.foreign),
  };
}

/** A nested SVG whose units are the frame's path grid. */
export function grid(
  frame: Frame,
  attributes: PictureNode["attributes"],
  ...children: readonly PictureNode[]
): PictureNode {
  return node(
    "svg",
    {
      viewBox: `0 0 ${frame.grid} ${gridHeight(frame)}`,
      preserveAspectRatio: "none",
      width: "100%",
      height: "100%",
      overflow: "visible",
    },
    node("g", attributes, ...children),
  );
}

function backdrop(frame: Frame, { href, bbox }: Backdrop, opacity = 1): PictureNode {
  const [left, top] = shareOf(frame, [bbox[0], bbox[3]]);
  const [right, bottom] = shareOf(frame, [bbox[2], bbox[1]]);
  const percent = (share: number) => `${rounded(share * 100, 3)}%`;
  return node("image", {
    href,
    x: percent(left),
    y: percent(top),
    width: percent(right - left),
    height: percent(bottom - top),
    preserveAspectRatio: "none",
    opacity: opacity === 1 ? undefined : rounded(opacity, 2),
    "pointer-events": "none",
  });
}

/** As the map has it: .9 (dark .95) to zoom 5.4, .3 at 7.2, 0 at 8.5. */
function reliefOpacity(zoom: number, theme: "light" | "dark"): number {
  const full = theme === "dark" ? 0.95 : 0.9;
  if (zoom <= 5.4) return full;
  return zoom <= 7.2
    ? full + ((0.3 - full) * (zoom - 5.4)) / 1.8
    : Math.max(0, 0.3 * (1 - (zoom - 7.2) / 1.3));
}

/** Hatch of "no data" and the blur of the shadow, both about their screen size at the nominal size. */
function definitions({ palette }: Drawing, frame: Frame, prefix: string): PictureNode {
  const px = (value: number) => rounded(gridUnits(frame, value), 1);
  return node(
    "defs",
    {},
    hatchPattern(palette, `${prefix}-hatch`, gridUnits(frame, 1)),
    node(
      "filter",
      { id: `${prefix}-blur`, x: "-5%", y: "-5%", width: "110%", height: "110%" },
      node("feGaussianBlur", { stdDeviation: px(5) }),
    ),
  );
}

/** 45° hatch of "no data"; `unit` is what a pixel measures where it is used. */
export function hatchPattern(palette: Drawing["palette"], id: string, unit: number): PictureNode {
  const side = rounded(5.66 * unit, 1);
  return node(
    "pattern",
    { id, patternUnits: "userSpaceOnUse", patternTransform: "rotate(-45)", width: side, height: side },
    node("rect", { width: side, height: side, fill: palette.noData }),
    node("rect", { width: side, height: rounded(0.9 * unit, 1), fill: palette.hatch }),
  );
}

/** The region lies on the page like a cut sheet: a soft shadow two pixels down. */
function lift({ palette, theme }: Drawing, frame: Frame, outline: Outline, prefix: string): PictureNode[] {
  const d = outline.province[0]?.path;
  if (!d) return [];
  return [
    node("path", {
      d,
      fill: palette.lift,
      stroke: palette.lift,
      "stroke-width": rounded(gridUnits(frame, 5), 1),
      "fill-opacity": 1,
      opacity: theme === "dark" ? 0.6 : 0.3,
      filter: `url(#${prefix}-blur)`,
      transform: `translate(0 ${rounded(gridUnits(frame, 2), 1)})`,
    }),
  ];
}

export function classFill({ palette, on }: Drawing, cls: ValueClass | undefined, prefix: string): string {
  if (!on.has("progress")) return palette.zero;
  if (cls === undefined || cls === "none") return `url(#${prefix}-hatch)`;
  return cls === "zero" ? palette.zero : palette.ramp[cls];
}

function fills(drawing: Drawing, outline: Outline, prefix: string): PictureNode {
  const { view, palette, lang } = drawing;
  const cities = view.level === "league" ? outline.counties.filter(({ id }) => isPlannedCity(id)) : [];
  const area = ({ id, path }: Shape, edge: PictureNode["attributes"]) => {
    const row = drawing.filled.get(id);
    const fill = classFill(drawing, row?.cls, prefix);
    return node(
      "path",
      {
        "data-code": id,
        role: "img",
        d: path,
        fill,
        "vector-effect": "non-scaling-stroke",
        // A seal of its own colour, or the page shows between neighbours.
        stroke: fill.startsWith("url") ? palette.noData : fill,
        "stroke-width": 0.8,
        ...edge,
      },
      node("title", {}, regionWords(drawing.name(id), row?.value ?? null, view.measure, lang)),
    );
  };
  const dashed = {
    stroke: palette.label,
    "stroke-opacity": 0.8,
    style: { strokeWidth: ".055em", strokeDasharray: ".11em .066em" },
    "stroke-width": undefined,
  };
  return node(
    "g",
    {},
    ...outline[view.level === "county" ? "counties" : "leagues"].map((shape) => area(shape, {})),
    ...cities.map((shape) => area(shape, dashed)),
  );
}

function boundaries({ palette, theme, view, on }: Drawing, frame: Frame, outline: Outline): PictureNode[] {
  const dark = theme === "dark";
  const { zoom } = frame.nominal;
  const byCounty = view.level === "county";
  const line = (kind: string, color: string, em: number, opacity = 1) => {
    const d = outline.lines
      .filter(({ id }) => id === kind)
      .map(({ path }) => path)
      .join("");
    if (d === "" || opacity <= 0) return [];
    return [
      node("path", {
        d,
        stroke: color,
        "stroke-opacity": opacity === 1 ? undefined : rounded(opacity, 2),
        "stroke-linecap": kind === "nation" ? "round" : undefined,
        "vector-effect": "non-scaling-stroke",
        style: { strokeWidth: `${em}em` },
      }),
    ];
  };
  const countyOpacity = byCounty
    ? dark
      ? 0.6
      : 0.75
    : zoom < 4.8
      ? 0
      : Math.min(0.55, 0.15 + (zoom - 4.8) / 2);
  return [
    ...(on.has("counties") ? line("county", palette.countyLine, byCounty ? 0.045 : 0.03, countyOpacity) : []),
    ...line("league", palette.leagueLine, dark ? 0.12 : 0.08, dark ? 1 : 0.8),
    ...(dark ? line("league", palette.leagueCore, 0.038, 0.75) : []),
    ...line("prov", palette.provinceLine, 0.105),
    ...line("nation", palette.nationLine, 0.16),
  ];
}

/** The region drilled into: accent on a halo. */
function selection({ palette, view }: Drawing, outline: Outline): PictureNode[] {
  const shape = [...outline.leagues, ...outline.counties].find(({ id }) => id === view.region);
  return shape ? regionOutline(shape.path, palette.halo, palette.accent) : [];
}

export function regionOutline(path: string, halo: string, color: string): PictureNode[] {
  const stroke = (paint: string, width: number) =>
    node("path", {
      d: path,
      fill: "none",
      stroke: paint,
      "stroke-width": width,
      "vector-effect": "non-scaling-stroke",
    });
  return [stroke(halo, 6), stroke(color, 3)];
}

function leaders({ palette, on, view }: Drawing, frame: Frame): PictureNode[] {
  if (!on.has("labels") || frame.nominal.zoom >= LEADER_ZOOM || view.region !== null) return [];
  return Object.values(LEADERS).map(({ from, to }) => {
    const start = percentOf(frame, from);
    const end = percentOf(frame, to);
    return node("line", {
      x1: start.x,
      y1: start.y,
      x2: end.x,
      y2: end.y,
      stroke: palette.label,
      "stroke-opacity": 0.75,
      "pointer-events": "none",
    });
  });
}

type Mark = Marked & { item: string | null; title: string; shape: readonly PictureNode[] };

function markList(drawing: Drawing): Mark[] {
  const { palette, theme, features, on, lang } = drawing;
  const marks: Mark[] = [];
  if (on.has("projects")) {
    for (const point of features?.points ?? []) {
      const shape = itemMark(point.type, point.stage, theme, palette);
      marks.push({ at: point.at, radius: MARK_EM.item, item: point.item, title: point.name, shape });
    }
  }
  if (on.has("ports")) {
    for (const { name, nameEn } of MAJOR_PORTS) {
      const at: LonLat | undefined = drawing.port(name);
      const title = lang === "en" ? nameEn : name;
      if (at) marks.push({ at, radius: MARK_EM.port, item: null, title, shape: portMark(palette) });
    }
  }
  return marks;
}

function markNode({ at, radius, item, title, shape }: Mark, frame: Frame): PictureNode {
  const side = `${rounded(radius * 2, 2)}em`;
  const back = `${rounded(-radius, 2)}em`;
  return node(
    "svg",
    { ...percentOf(frame, at), overflow: "visible", "data-item": item ?? undefined },
    node(
      "svg",
      { x: back, y: back, width: side, height: side, viewBox: "0 0 24 24", overflow: "visible" },
      node("title", {}, title),
      ...shape,
    ),
  );
}
