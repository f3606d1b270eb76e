import type { LayerSpecification } from "maplibre-gl";
import { MINOR_PORTS_FROM } from "#geo/drawn/ports.ts";
import { LINE_NAME_PX, portLiftEm } from "#geo/picture/em.ts";
import { BESIDE, halo, ledgerLabel, NAME, parts } from "./label-parts.ts";
import { byProperty, byZoom, type Scene } from "./scene.ts";
import { face } from "./type.ts";

/** What is not certain about a place or line stands under its name, smaller. */
const NAME_AND_SUB = parts(
  { text: NAME },
  { text: ["case", ["==", ["get", "sub"], ""], "", "\n"] },
  { text: ["get", "sub"], scale: 0.84 },
);

export function pointNames({ palette }: Scene): LayerSpecification {
  return ledgerLabel(
    "point-name",
    ["point"],
    {
      "text-field": NAME_AND_SUB,
      "text-font": face("medium"),
      "text-size": byZoom(4, 11, 5, 12, 8, 15),
      ...BESIDE,
      "text-radial-offset": 1.3,
      "text-max-width": 9,
      "text-padding": 3,
    },
    { "text-color": palette.label, ...halo(palette, 1.5) },
    4.9,
  );
}

export function minorPortNames({ palette }: Scene): LayerSpecification {
  return ledgerLabel(
    "minor-port-name",
    ["minor-port"],
    {
      "text-field": NAME_AND_SUB,
      "text-font": face("regular"),
      "text-size": 11,
      ...BESIDE,
      "text-radial-offset": 1.15,
    },
    { "text-color": palette.labelCounty, ...halo(palette, 1.2) },
    MINOR_PORTS_FROM,
  );
}

export function hubNames({ palette }: Scene): LayerSpecification {
  return ledgerLabel(
    "hub-name",
    ["hub"],
    {
      "text-field": NAME_AND_SUB,
      "text-font": face("medium"),
      "text-size": byZoom(4, 11, 5, 12, 8, 15),
      ...BESIDE,
      "text-radial-offset": 1.2,
    },
    { "text-color": palette.waterText, ...halo(palette, 1.4) },
    4.9,
  );
}

/** Of a line that slants, the corners that it does not run through come first; offsets in em. */
const BESIDE_LINE = byProperty(
  "slant",
  {
    inward: ["literal", ["right", [-0.8, 0], "left", [0.8, 0]]],
    falling: ["literal", ["bottom-left", [0.5, -0.3], "top-right", [-0.5, 0.3], "left", [0.8, 0]]],
    rising: ["literal", ["top-left", [0.5, 0.3], "bottom-right", [-0.5, -0.3], "left", [0.8, 0]]],
  },
  [
    "literal",
    ["left", [0.8, 0], "bottom-left", [0.8, -0.2], "right", [-0.8, 0], "bottom", [0, -0.8], "top", [0, 0.8]],
  ],
);

export function corridorNames({ palette, view }: Scene): LayerSpecification {
  return ledgerLabel(
    "corridor-name",
    ["corridor-name"],
    {
      "text-field": NAME_AND_SUB,
      "text-font": face("semibold"),
      "text-size": view.afar ? LINE_NAME_PX : byZoom(4, 11.5, 5, 13, 8, 16),
      "text-line-height": 1.3,
      "text-letter-spacing": 0.03,
      "text-padding": 4,
      "text-variable-anchor-offset": BESIDE_LINE,
      "text-justify": "auto",
      // Of a part of the whole, between two panels.
      "text-max-width": view.afar && (view.target ?? view.region) ? 10 : 20,
    },
    { "text-color": byProperty("kind", palette.corridor, palette.corridor.belt), ...halo(palette, 1.8) },
  );
}

export function portNames({ palette, view }: Scene): LayerSpecification {
  return ledgerLabel(
    "port-name",
    ["port-name"],
    {
      "text-field": parts(
        { text: NAME },
        { text: ["case", ["==", ["get", "value"], ""], "", " "] },
        { text: ["get", "value"], scale: 0.95 },
        { text: ["get", "after"], scale: view.afar ? 0.95 : 0.76 },
      ),
      "text-font": face("semibold"),
      "text-size": byZoom(4, 12, 5, 13.5, 8, 17),
      // The abroad to the left is empty; on a wall a panel stands there, and the abroad above is as empty: a little to
      // the left, or it would read as one with its league's name.
      ...(view.afar && view.region !== null
        ? { "text-anchor": "bottom", "text-offset": [-0.9, -1.1 - portLiftEm(view.region)] }
        : { "text-variable-anchor": ["right", "left", "bottom", "top"], "text-radial-offset": 1.12 }),
      ...(view.afar ? ({ "text-overlap": "always" } as const) : {}),
      "text-max-width": 20,
    },
    { "text-color": palette.label, ...halo(palette, 1.7) },
  );
}
