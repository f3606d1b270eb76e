import type { LayerSpecification, StyleSpecification } from "maplibre-gl";
import { PICTURE_WORDS } from "#geo/picture/words.ts";
import cutCharacters from "../fonts/cut/characters.json" with { type: "json" };
import { RIVER_NAMES } from "../layers/outside-names.ts";
import { LEDGER } from "../layers/scene.ts";
import { FACE_CSS, type Face, face } from "../layers/type.ts";

/** Characters that values are written with: another measure must not wait for a font. */
const IN_VALUES = ` 0123456789%n=·${PICTURE_WORDS.unit["zh-CN"]}`;

/**
 * Sends for the faces that a style draws with up to a zoom, and waits for the files of the page's own fonts that
 * hold a character which the cut faces lack. MapLibre waits for a face, not for the file that holds a character:
 * it would bake a fallback's shapes into its textures, and keep them. A cut face is one file: MapLibre's own
 * waiting is enough for it.
 */
export async function loadMapFonts(style: StyleSpecification, zoom: number): Promise<void> {
  const waited = [...charactersByFace(style, zoom)].flatMap(([name, characters]) => {
    const { weight, cut, whole } = FACE_CSS[name];
    const outside = [...characters].filter((character) => !CUT[name].includes(character)).join("");
    void document.fonts.load(`${weight} 24px "${cut}"`);
    if (outside === "") return [];
    const declared = import("../fonts/whole.css");
    return [declared.then(() => document.fonts.load(`${weight} 24px "${whole}"`, outside))];
  });
  // A file that does not come costs a name its shape, not the reader the map.
  await Promise.allSettled(waited);
}

/** Characters that each cut face has. */
const CUT: Record<Face, string> = cutCharacters;

/** All text of the features that each face's labels draw, at this zoom or further out. */
export function charactersByFace(style: StyleSpecification, zoom: number): Map<Face, Set<string>> {
  const text = ledgerText(style);
  const found = new Map<Face, Set<string>>();
  for (const layer of style.layers) {
    if (layer.type !== "symbol" || layer.layout?.["text-field"] === undefined) continue;
    if ((layer.minzoom ?? 0) > zoom) continue;
    const written =
      layer.source === LEDGER ? drawsOf(layer).flatMap((draw) => [...(text.get(draw) ?? [])]) : RIVERS;
    for (const name of facesOf(layer)) {
      const values = name === "regular" ? IN_VALUES : "";
      found.set(name, new Set([...(found.get(name) ?? []), ...written, ...values]));
    }
  }
  return found;
}

const RIVERS = [...Object.entries(RIVER_NAMES).flat().join("")];

/** Characters by what a feature is drawn as. */
function ledgerText(style: StyleSpecification): Map<string, Set<string>> {
  const source = style.sources[LEDGER];
  if (
    source?.type !== "geojson" ||
    typeof source.data === "string" ||
    source.data.type !== "FeatureCollection"
  ) {
    throw new Error("map fonts: the ledger source is no feature collection");
  }
  const text = new Map<string, Set<string>>();
  for (const { properties } of source.data.features) {
    const { draw, name, value, unit, sub } = properties ?? {};
    const characters = text.get(draw) ?? new Set<string>();
    for (const character of [name, value, unit, sub].filter((part) => typeof part === "string").join("")) {
      characters.add(character);
    }
    text.set(draw, characters);
  }
  return text;
}

/** The kinds of feature a label layer draws, read from its own filter (scene.ts, drawnAs). */
function drawsOf(layer: LayerSpecification): string[] {
  const found: string[] = [];
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (part[0] === "match" && JSON.stringify(part[1]) === '["get","draw"]') found.push(...part[2]);
    else part.forEach(walk);
  };
  if ("filter" in layer) walk(layer.filter);
  return found;
}

function facesOf(layer: LayerSpecification): Face[] {
  const written = JSON.stringify(layer.layout);
  return (Object.keys(FACE_CSS) as Face[]).filter((name) => written.includes(JSON.stringify(face(name))));
}
