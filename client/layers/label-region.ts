import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { showsBars } from "#geo/drawn/mix.ts";
import { LEADER_ZOOM } from "#geo/picture/around.ts";
import { unitEm } from "#geo/picture/em.ts";
import { halo, type Layout, ledgerLabel, NAME, parts } from "./label-parts.ts";
import { leagueZooms } from "./league-data.ts";
import { byZoom, drawnAs, LEDGER, type Scene } from "./scene.ts";
import { face } from "./type.ts";

export function countyNames(scene: Scene): LayerSpecification {
  const { palette } = scene;
  return ledgerLabel(
    "county-name",
    ["county"],
    {
      "text-field": parts({ text: ["concat", NAME, ["get", "value"]] }),
      "text-font": face("regular"),
      "text-size": byZoom(5, 11, 6, 12, 8, 16),
      "text-max-width": 6,
      "text-padding": 3,
      "symbol-sort-key": ["get", "rank"],
      "text-letter-spacing": 0.04,
      "text-variable-anchor": ["center", "top", "bottom", "left", "right", "top-left", "bottom-right"],
      "text-radial-offset": 1.1,
    },
    {
      "text-color": onGold(scene, palette.labelCounty),
      ...halo(palette, 1.3),
      "text-halo-color": goldHalo(scene),
    },
    5.2,
  );
}

/** Dark theme, classes 4 and 5 of the ramp: navy text in a halo of the class's own gold. */
function onGold({ theme, palette }: Scene, otherwise: string): ExpressionSpecification | string {
  return theme === "dark" ? ["match", ["get", "cls"], [3, 4], palette.halo, otherwise] : otherwise;
}
function goldHalo({ theme, palette }: Scene): ExpressionSpecification | string {
  return theme === "dark"
    ? ["match", ["get", "cls"], 3, palette.ramp[3], 4, palette.ramp[4], palette.halo]
    : palette.halo;
}

/** The text's size in em of leagues' names (geo/picture/em.ts), which grow from 10.5 px at zoom 2.6 to 22 at 7. */
const LEAGUE_SIZE = byZoom(2.6, 10.5, 3.5, 11.8, 4.5, 14.6, 5.2, 17, 7, 22);
/** Of the bar's image, which is 48 px wide, for a bar as wide as the picture's. */
const BAR_SIZE = byZoom(2.6, 0.69, 3.5, 0.78, 4.5, 0.96, 5.2, 1.12, 7, 1.45);

/** All twelve, always, each where the ledger's data has placed it (league-data.ts): a layer for each of the zooms. */
export function leagueNames(scene: Scene): LayerSpecification[] {
  const { palette, theme } = scene;
  const zooms = leagueZooms(scene.data.regions, scene.view);
  const bars: Layout = showsBars(scene.view)
    ? {
        "icon-image": ["case", ["==", ["get", "mix"], ""], "", ["concat", `${theme}/bars/`, ["get", "mix"]]],
        "icon-size": BAR_SIZE,
        "icon-offset": ["get", "bar"],
        "icon-overlap": "always",
      }
    : {};
  return [
    {
      id: "league-leader",
      type: "line",
      source: LEDGER,
      maxzoom: LEADER_ZOOM,
      filter: drawnAs("leader"),
      paint: { "line-color": palette.label, "line-width": 1, "line-opacity": 0.75 },
    },
    ...zooms.map(
      (minzoom, of): LayerSpecification => ({
        ...ledgerLabel(
          `league-name-${of}`,
          ["league"],
          {
            "text-field": parts(
              { text: ["get", "text"] },
              { text: ["case", [">", ["get", "lines"], 1], "\n", ""] },
              { text: ["get", "value"], scale: 0.92 },
              { text: ["get", "after"], scale: unitEm(scene.view.afar) },
            ),
            "text-font": face("bold"),
            "text-size": LEAGUE_SIZE,
            "text-letter-spacing": scene.lang === "en" ? 0.02 : 0.1,
            "text-line-height": 1.2,
            "text-padding": 2,
            "text-max-width": 30,
            "text-overlap": "always",
            "text-anchor": ["get", "anchor"],
            "text-offset": ["get", "offset"],
            ...bars,
          },
          {
            "text-color": onGold(scene, palette.label),
            ...halo(palette, 1.8),
            "text-halo-color": goldHalo(scene),
          },
          minzoom,
        ),
        filter: ["all", drawnAs("league"), ["==", ["get", "of"], of]],
        maxzoom: zooms[of + 1] ?? 24,
      }),
    ),
  ];
}
