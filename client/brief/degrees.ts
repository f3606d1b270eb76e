import type { FeatureCollection } from "geojson";
import type { Map as GlMap, StyleSpecification, SymbolLayerSpecification } from "maplibre-gl";
import { MM_PER_PT } from "#domain/brief/page.ts";
import type { Sheet } from "#domain/brief/sheet.ts";
import { PALETTE } from "#domain/look/palette.ts";
import { halo } from "../layers/label-parts.ts";
import { FACE_CSS, face } from "../layers/type.ts";

/** Source and layer of the graticule's degrees along the frame. */
export const DEGREES = "degrees";

const LAYER: SymbolLayerSpecification = {
  id: DEGREES,
  type: "symbol",
  source: DEGREES,
  layout: {
    "text-field": ["get", "text"],
    "text-font": face("regular"),
    "text-size": ["get", "size"],
    "text-padding": 1,
  },
  paint: { "text-color": PALETTE.light.ink2, ...halo(PALETTE.light, 1.3) },
};

/** The style with degrees beneath every other name: MapLibre places the topmost first, and what is left has their room. */
export function withDegrees(
  style: StyleSpecification,
  data: FeatureCollection = collection([]),
): StyleSpecification {
  const names = style.layers.findIndex(({ type }) => type === "symbol");
  return {
    ...style,
    sources: { ...style.sources, [DEGREES]: { type: "geojson", data } },
    layers: style.layers.toSpliced(names < 0 ? style.layers.length : names, 0, LAYER),
  };
}

/** Where they stand under the map's present camera. */
export function degreesOn(map: GlMap, { box: frame, css, degrees }: Sheet["map"]): FeatureCollection {
  const perMm = css.width / frame.width;
  return collection(
    degrees.flatMap(({ box, lines }) => {
      const middle = [box.x + box.width / 2 - frame.x, box.y + box.height / 2 - frame.y] as const;
      const at = map.unproject([middle[0] * perMm, middle[1] * perMm]).toArray();
      return lines.flatMap(({ runs }) =>
        runs.map(({ text, style }) => ({ at, text, size: style.size * MM_PER_PT * perMm })),
      );
    }),
  );
}

type Degree = { at: [number, number]; text: string; size: number };
const collection = (degrees: readonly Degree[]): FeatureCollection => ({
  type: "FeatureCollection",
  features: degrees.map(({ at, ...properties }) => ({
    type: "Feature",
    properties,
    geometry: { type: "Point", coordinates: at },
  })),
});

/** The degree sign is in the second file of a cut face, for which MapLibre does not wait. */
export async function loadDegrees(onMissing: (font: string) => void): Promise<void> {
  const { weight, rest } = FACE_CSS.regular;
  await document.fonts.load(`${weight} 24px "${rest}"`, "°").catch(() => onMissing(rest));
}
