import { innerBoundaryLayers, outerBoundaryLayers } from "./boundary.ts";
import { corridorLayers } from "./corridor.ts";
import { focusLineLayers, focusRingLayers } from "./focus.ts";
import { groundLayers, veilLayers } from "./ground.ts";
import { labelLayers } from "./label.ts";
import { barLayers, markLayers } from "./mark.ts";
import { outlineLayers } from "./outline.ts";
import { progressLayers } from "./progress.ts";
import { reliefLayers } from "./relief.ts";
import type { ThemeLayers } from "./scene.ts";
import { selectionLayers } from "./selection.ts";
import { waterLayers } from "./water.ts";

/** Every theme of the map, bottom to top. Marks stand above names because MapLibre places from the top down. */
export const THEMES_BOTTOM_TO_TOP: readonly ThemeLayers[] = [
  groundLayers,
  progressLayers,
  reliefLayers,
  innerBoundaryLayers,
  waterLayers,
  veilLayers,
  outerBoundaryLayers,
  selectionLayers,
  outlineLayers,
  focusLineLayers,
  corridorLayers,
  focusRingLayers,
  labelLayers,
  barLayers,
  markLayers,
];
