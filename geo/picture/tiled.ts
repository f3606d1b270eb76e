import { ALL } from "./bands.ts";
import type { Drawing, Tiling } from "./input.ts";
import type { Label } from "./labels.ts";
import { frameIn, namesOff, offSeams } from "./off-seams.ts";
import type { Placed } from "./placement.ts";
import type { PlacedIn } from "./scene.ts";

/** Names as they stand on a screen of several tiles, and by how many px the whole picture moves there. */
export type TiledLayout = {
  tiling: Tiling;
  shift: readonly [x: number, y: number];
  labels: readonly Placed<Label>[];
};

const NOTHING = { zoom: 0, boxes: [] };

/** Off the seams of each screen of several tiles, as the map's will be. */
export const tiledLayouts = (drawing: Drawing): TiledLayout[] =>
  (drawing.tilings ?? []).map((tiling) => {
    const { room, size, seams } = tiling;
    const looking = offSeams(drawing, { ...drawing.view, room }, size, seams);
    const moved = frameIn(looking, drawing, size);
    const labels = namesOff(drawing, moved, looking.barred ?? NOTHING);
    return { tiling, shift: looking.shift, labels };
  });

const UNTILED = "untiled";

/** The same, with names for each of the tiled screens beside those for any other. */
export function tiledNames({ marks, names }: PlacedIn, tiled: readonly TiledLayout[]): PlacedIn {
  if (tiled.length === 0) return { marks, names };
  return {
    marks,
    names: [
      ...names.map(({ thing, range }) => ({ thing, range: { ...range, on: UNTILED } })),
      ...tiled.flatMap(({ tiling: { name }, labels }) =>
        labels.map((thing) => ({ thing, range: { ...ALL, on: name } })),
      ),
    ],
  };
}

/** What a page takes the way of a picture on tiles from (frame.ts). */
export const SHIFT = "--off-seams";

/** CSS that shows each screen its names, and moves the picture. */
export const tiledRules = (tiled: readonly TiledLayout[]): string =>
  tiled
    .map(
      ({ tiling: { name, media }, shift: [x, y] }) =>
        `@media ${media}{.${UNTILED}{display:none}:root{${SHIFT}:${x}px ${y}px}}` +
        `@media not all and ${media}{.${name}{display:none}}`,
    )
    .join("");
