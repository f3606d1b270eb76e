import { corridorNames, hubNames, minorPortNames, pointNames, portNames } from "./label-item.ts";
import { outsideNames, waterNames } from "./label-outside.ts";
import { countyNames, leagueNames } from "./label-region.ts";
import type { ThemeLayers } from "./scene.ts";

/**
 * Names, least important first: what is painted last is placed first, and what is placed first keeps its room.
 * Marks come after all of these, and so before them in placement.
 */
export const labelLayers: ThemeLayers = (scene) => {
  const { on, view } = scene;
  if (!on.has("labels")) return [];
  const important = [corridorNames(scene), portNames(scene), ...leagueNames(scene)];
  // From afar no more is read.
  if (view.afar) return important;
  return [
    ...outsideNames(scene),
    ...(on.has("water") ? waterNames(scene) : []),
    countyNames(scene),
    ...(on.has("projects") ? [pointNames(scene)] : []),
    ...(on.has("ports") ? [minorPortNames(scene)] : []),
    ...(on.has("hubs") ? [hubNames(scene)] : []),
    ...important,
  ];
};
