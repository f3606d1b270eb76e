import type { LayerSpecification, StyleSpecification, SymbolLayerSpecification } from "maplibre-gl";
import { PICTURE_WORDS } from "#geo/picture/words.ts";
import cutFirst from "../fonts/cut/first.json" with { type: "json" };
import { RIVER_NAMES } from "../layers/outside-names.ts";
import { LEDGER } from "../layers/scene.ts";
import { FACE_CSS, type Face, face } from "../layers/type.ts";

/** Characters that values are written with: another measure must not wait for a font. */
const IN_VALUES = ` 0123456789%n=·${PICTURE_WORDS.unit["zh-CN"]}`;

/**
 * Sends for the faces that a style draws with, and waits for the files that MapLibre does not wait for. It waits for
 * the file that holds a face's space, not for the one that holds a character: it would bake a fallback's shapes into
 * its textures, and keep them. A cut face's first file has the space and all names of the seed, so MapLibre's own
 * waiting is enough for it. For the rest of the cut face, which the page needs anyhow, any name of the style waits,
 * however near it shows, so that a reader may be there at once; for the page's own fonts, of many files, the names
 * up to a zoom. Whoever makes a picture to be handed out is told of what does not come, by the name of the font.
 */
export async function loadMapFonts(
  style: StyleSpecification,
  zoom: number,
  onMissing: (font: string) => void = () => undefined,
): Promise<void> {
  const near = charactersByFace(style, zoom);
  const waited = [...charactersByFace(style, Number.POSITIVE_INFINITY)].flatMap(([name, characters]) => {
    const { weight, ...families } = FACE_CSS[name];
    const first = FIRST[name];
    // A file that does not come costs a name its shape, not the reader the map.
    const told = () => onMissing(families.whole.replace(" Variable", ""));
    // Without its text, a face's file would be sent for only if it had a space.
    const send = async (family: string, text: string) => {
      await document.fonts.load(`${weight} 24px "${family}"`, text).catch(told);
    };
    void send(
      families.first,
      among(characters, (one) => first.includes(one)),
    );
    const late = among(characters, (one) => !first.includes(one));
    if (late === "") return [];
    const sendOutside = async () => {
      const { default: rest } = await import("../fonts/cut/rest.json");
      const inNeither = (one: string) => !first.includes(one) && !rest[name].includes(one);
      const outside = among(near.get(name) ?? [], inNeither);
      if (outside === "") return;
      await import("../fonts/whole.css");
      await send(families.whole, outside);
    };
    return [send(families.rest, late), sendOutside().catch(told)];
  });
  await Promise.all(waited);
}

/** Characters of each cut face's first file. The list of the rest is as long again, and seldom asked for. */
const FIRST: Record<Face, string> = cutFirst;

const among = (characters: Iterable<string>, isOne: (character: string) => boolean): string =>
  [...characters].filter(isOne).join("");

/** All text that each face writes in labels, in tiles of this zoom or further out. */
export function charactersByFace(style: StyleSpecification, zoom: number): Map<Face, Set<string>> {
  const features = ledgerFeatures(style);
  const found = new Map<Face, Set<string>>();
  for (const layer of style.layers) {
    if (layer.type !== "symbol" || layer.layout?.["text-field"] === undefined) continue;
    // MapLibre lays out a tile's labels from the whole zoom below the layer's own.
    if (Math.floor(layer.minzoom ?? 0) > zoom) continue;
    const draws = drawsOf(layer);
    const drawn = features.filter(({ draw }) => draws.includes(draw));
    for (const [name, properties] of writtenBy(layer)) {
      const text = layer.source === LEDGER ? textOf(drawn, properties) : RIVERS;
      const values = name === "regular" ? IN_VALUES : "";
      found.set(name, new Set([...(found.get(name) ?? []), ...text, ...values]));
    }
  }
  return found;
}

const RIVERS = Object.entries(RIVER_NAMES).flat().join("");

type Properties = Record<string, unknown>;

function ledgerFeatures(style: StyleSpecification): Properties[] {
  const source = style.sources[LEDGER];
  if (
    source?.type !== "geojson" ||
    typeof source.data === "string" ||
    source.data.type !== "FeatureCollection"
  ) {
    throw new Error("map fonts: the ledger source is no feature collection");
  }
  return source.data.features.map(({ properties }) => properties ?? {});
}

const textOf = (features: readonly Properties[], names: readonly string[]): string =>
  features
    .flatMap((properties) => names.map((name) => properties[name]))
    .filter((value) => typeof value === "string")
    .join("");

/** The kinds of feature a label layer draws, read from its own filter (scene.ts, drawnAs). */
function drawsOf(layer: LayerSpecification): unknown[] {
  const found: unknown[] = [];
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (part[0] === "match" && JSON.stringify(part[1]) === '["get","draw"]') found.push(...part[2]);
    else part.forEach(walk);
  };
  if ("filter" in layer) walk(layer.filter);
  return found;
}

/** Each part of a layer's labels: its face, and the properties of a feature that it writes (label-parts.ts, parts). */
function writtenBy({ id, layout }: SymbolLayerSpecification): [Face, string[]][] {
  const own = faceOf(id, layout?.["text-font"]);
  const field: unknown = layout?.["text-field"];
  if (!Array.isArray(field) || field[0] !== "format") return [[own, propertiesIn(field)]];
  return field.slice(1).flatMap((part, index, all): [Face, string[]][] => {
    if (index % 2 === 1) return [];
    const font = all[index + 1]["text-font"];
    return [[font === undefined ? own : faceOf(id, font[1]), propertiesIn(part)]];
  });
}

/** Properties that an expression may write; those that it only asks about are not among them. */
function propertiesIn(text: unknown): string[] {
  if (!Array.isArray(text)) return [];
  const [operator, ...parts] = text;
  if (operator === "get") return parts;
  const isLast = (index: number) => index === parts.length - 1;
  const values = operator === "case" ? parts.filter((_, index) => index % 2 === 1 || isLast(index)) : parts;
  return values.flatMap(propertiesIn);
}

function faceOf(layer: string, stack: unknown): Face {
  const found = (Object.keys(FACE_CSS) as Face[]).find((name) => face(name).join() === String(stack));
  if (found === undefined)
    throw new Error(`map fonts: ${layer} is set in ${stack}, which is no face of the map`);
  return found;
}
