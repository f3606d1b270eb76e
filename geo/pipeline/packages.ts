/**
 * The pipeline's own packages, loaded from `packages/node_modules`, with the part of each that is used here
 * typed by hand: so that the project's type check needs none of them installed.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { FeatureCollection } from "geojson";

const load = createRequire(new URL("./packages/package.json", import.meta.url));

type Mapshaper = {
  applyCommands(
    commands: string,
    input: Record<string, string>,
  ): Promise<Record<string, string | Uint8Array>>;
};

export type RawImage = { width: number; height: number; channels: 1 | 3 | 4 };
export interface SharpImage {
  removeAlpha(): SharpImage;
  ensureAlpha(): SharpImage;
  greyscale(): SharpImage;
  resize(width: number): SharpImage;
  raw(): SharpImage;
  png(options?: { compressionLevel: number }): SharpImage;
  webp(options: {
    quality: number;
    alphaQuality?: number;
    effort: number;
    smartSubsample?: boolean;
  }): SharpImage;
  toBuffer(): Promise<Buffer>;
  toBuffer(options: { resolveWithObject: true }): Promise<{ data: Buffer; info: RawImage }>;
}
type Sharp = (input: string | Uint8Array, options?: { raw: RawImage }) => SharpImage;

type Resvg = {
  Resvg: new (
    svg: string,
    options: { font: { loadSystemFonts: boolean } },
  ) => { render(): { asPng(): Buffer; width: number; height: number } };
};

/** A tile as geojson-vt cuts it, in tile units: type 1 points, 2 lines, 3 rings, outer ones before their holes. */
export type CutTile = { features: readonly CutFeature[] };
export type CutFeature =
  | { type: 1; geometry: readonly TilePoint[] }
  | { type: 2 | 3; geometry: readonly (readonly TilePoint[])[] };
export type TilePoint = readonly [x: number, y: number];
type GeojsonVt = {
  GeoJSONVT: new (
    data: FeatureCollection,
    options: { maxZoom: number; indexMaxZoom: number; tolerance: number; extent: number; buffer: number },
  ) => { getTile(z: number, x: number, y: number): CutTile | null };
};
type VtPbf = {
  fromGeojsonVt(layers: Record<string, CutTile>, options: { version: 2; extent: number }): Uint8Array;
};

type PinyinPro = { pinyin(text: string, options: { toneType: "none"; type: "array" }): string[] };

export const mapshaper: Mapshaper = load("mapshaper");
export const sharp: Sharp = load("sharp");
export const { Resvg }: Resvg = load("@resvg/resvg-js");
export const { GeoJSONVT }: GeojsonVt = load(
  // Its "main" is a browser script; Node wants the module beside it.
  packageFile("@maplibre/geojson-vt/dist/geojson-vt.mjs"),
);
export const { fromGeojsonVt }: VtPbf = load("@maplibre/vt-pbf");
export const { pinyin }: PinyinPro = load("pinyin-pro");

/** Path of a file inside one of the packages that bring data. */
export function packageFile(path: string): string {
  return fileURLToPath(new URL(`./packages/node_modules/${path}`, import.meta.url));
}

export function readPackageJson(path: string): unknown {
  return JSON.parse(readFileSync(packageFile(path), "utf8"));
}
