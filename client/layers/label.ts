import { corridorNames, hubNames, minorPortNames, pointNames, portNames } from "./label-item.ts";
import { outsideNames, waterNames } from "./label-outside.ts";
import { countyNames, leagueNames } from "./label-region.ts";
import type { ThemeLayers } from "./scene.ts";

/**
 * Names, least important first: what is painted last is placed first, and what is placed first keeps its room.
 * Marks come after all of these, and so before them in placement.
 */
export const labelLayers: ThemeLayers = (scene) => {
  if (!scene.on.has("labels")) return [];
  return [
    ...outsideNames(scene),
    ...(scene.on.has("water") ? waterNames(scene) : []),
    countyNames(scene),
    ...(scene.on.has("projects") ? [pointNames(scene)] : []),
    ...(scene.on.has("ports") ? [minorPortNames(scene)] : []),
    ...(scene.on.has("hubs") ? [hubNames(scene)] : []),
    corridorNames(scene),
    portNames(scene),
    ...leagueNames(scene),
  ];
};
