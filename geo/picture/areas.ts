import type { ValueClass } from "#domain/measure.ts";
import { isPlannedCity } from "#domain/region.ts";
import { type Frame, gridUnits } from "./frame.ts";
import type { Drawing } from "./input.ts";
import { node, type PictureNode, rounded } from "./node.ts";
import type { Outline, Shape } from "./outline.ts";
import { regionWords } from "./words.ts";

/** Hatch of "no data", about its screen size at the nominal size. */
export const definitions = ({ palette }: Drawing, frame: Frame, prefix: string): PictureNode =>
  node("defs", {}, hatchPattern(palette, `${prefix}-hatch`, gridUnits(frame, 1)));

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

/** A band round the region, under its fill. The map blurs it; a filter would cost more than the rest of the picture. */
export function band({ palette, theme }: Drawing, outline: Outline): PictureNode[] {
  return outline.province.map(({ path }) =>
    node("path", {
      d: path,
      fill: "none",
      stroke: palette.band,
      "stroke-opacity": theme === "dark" ? 0.22 : 0.2,
      "stroke-width": 6,
      "stroke-linejoin": "round",
      "vector-effect": "non-scaling-stroke",
    }),
  );
}

function classFill({ palette, on }: Drawing, cls: ValueClass | undefined, prefix: string): string {
  if (!on.has("progress")) return palette.zero;
  if (cls === undefined || cls === "none") return `url(#${prefix}-hatch)`;
  return cls === "zero" ? palette.zero : palette.ramp[cls];
}

/** Regions in the colour of their class; the two planned cities on top of their leagues, dashed. */
export function fills(drawing: Drawing, outline: Outline, prefix: string): PictureNode {
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
        ...edge,
      },
      node("title", {}, regionWords(drawing.name(id), row, view.measure, lang)),
    );
  };
  // Without smoothing, or the page shows between neighbours; the boundaries lie over the steps. A stroke of the
  // fill's own colour would seal them too, at more than the cost of all else in the picture.
  const plain = { "shape-rendering": "crispEdges" };
  const dashed = {
    stroke: palette.label,
    "stroke-opacity": 0.8,
    "vector-effect": "non-scaling-stroke",
    style: { strokeWidth: ".055em", strokeDasharray: ".11em .066em" },
  };
  return node(
    "g",
    {},
    ...outline[view.level === "county" ? "counties" : "leagues"].map((shape) => area(shape, plain)),
    ...cities.map((shape) => area(shape, dashed)),
  );
}
