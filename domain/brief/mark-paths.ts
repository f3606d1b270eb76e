import type { ItemType } from "../item.ts";
import type { LightChoice } from "../light/light-state.ts";
import { DAM, GATE, LIGHT_SHAPE, LOZENGE, markColor, markShape, SIGNS, WAVE } from "../look/marks.ts";
import { PALETTE } from "../look/palette.ts";
import type { Stage } from "../stage.ts";
import type { MarkPath } from "./sheet.ts";

const light = PALETTE.light;

const filled = (d: string, fill: string): MarkPath => ({ d, fill, stroke: null, strokeWidth: 0, dash: [] });
const drawn = (d: string, stroke: string, strokeWidth: number, dash: number[] = []): MarkPath => ({
  d,
  fill: null,
  stroke,
  strokeWidth,
  dash,
});

/** Mark of an item as the map has it, without the casing: on paper it stands on white. */
export function itemPaths(type: ItemType, stage: Stage): MarkPath[] {
  const { outline, fill, level, sign } = markShape(type, stage);
  const color = markColor("light", level);
  return [
    filled(outline, light.markBase),
    ...(fill === "" ? [] : [filled(fill, color)]),
    drawn(outline, color, 2.2, sign === null ? [] : [3.6, 2.6]),
    ...(sign === "cross"
      ? [drawn(SIGNS.cross, color, 2)]
      : sign === null
        ? []
        : [filled(SIGNS[sign], color)]),
  ];
}

/** A light as the map has it; yellow alone is too pale to have an edge. */
export function lightPaths(choice: LightChoice): MarkPath[] {
  const shape = LIGHT_SHAPE[choice];
  if (choice === "none") return [drawn(shape, light.ink3, 3)];
  const face = filled(shape, light.light[choice]);
  return choice === "yellow" ? [face, drawn(shape, light.ink, 1.8)] : [face];
}

const SQUARE =
  "M4 .5H20A3.5 3.5 0 0 1 23.5 4V20A3.5 3.5 0 0 1 20 23.5H4A3.5 3.5 0 0 1 .5 20V4A3.5 3.5 0 0 1 4 .5Z";
const RING = "M5.5 12A6.5 6.5 0 1 0 18.5 12A6.5 6.5 0 1 0 5.5 12Z";

/** The gate within its square, as the map has it. */
const gate = scaled(GATE, 0.783, 2.6);

export const placePaths: Record<"port" | "minorPort" | "hub", readonly MarkPath[]> = {
  port: [filled(SQUARE, light.port), filled(gate, light.halo)],
  minorPort: [filled(RING, light.halo), drawn(RING, light.port, 2.4)],
  hub: [filled(DAM, light.hub), drawn(WAVE, light.hub, 2.6)],
};

/** Before a date. */
export const BULLET: readonly MarkPath[] = [filled(LOZENGE, light.accent)];

/** An arrow to the north, half of it open. */
export const NORTH: readonly MarkPath[] = [
  filled("M12 1 18 23 12 18.5Z", light.ink),
  drawn("M12 1 18 23 12 18.5 6 23Z", light.ink, 1),
];

/** A path of absolute lines and curves, scaled and then moved alike in x and y. */
function scaled(path: string, factor: number, offset: number): string {
  return path.replace(/-?\d*\.?\d+/g, (part) =>
    String(Math.round((Number(part) * factor + offset) * 1000) / 1000),
  );
}
