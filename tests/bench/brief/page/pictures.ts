import { type Map as GlMap, Map as MapLibre, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { DEFAULT_VIEW } from "#domain/view.ts";
import { BriefMap } from "../../../../client/brief/brief-map.ts";
import { withDensity } from "../../../../client/brief/png.ts";
import { page } from "../../../../client/data/page.ts";
import { style } from "../../../../client/layers/style.ts";
import { finished } from "../../../../client/map/finished.ts";
import { focusOf } from "../../../../client/map/focus-of.ts";
import { loadMapFonts } from "../../../../client/map/map-fonts.ts";
import { drawImage, IMAGE_RATIO } from "../../../../client/map/map-images.ts";
import type { MapContent } from "../../../../client/map/map-props.ts";
import { plainRasters } from "../../../../client/map/plain-rasters.ts";
import { withoutSky } from "../../../../client/map/sky.ts";
import { StateWriter } from "../../../../client/map/state-writer.ts";
import { serveTiles } from "../../../../client/map/tile-protocol.ts";
// @ts-expect-error its types hide the call that its button makes
import { MaplibreExportControl } from "../packages/node_modules/@watergis/maplibre-gl-export/dist/maplibre-gl-export.es.js";

/** The same map three ways, A3 at 300 dpi: 419 × 296 mm at 96 CSS pixels to the inch, times 3.125, whole pixels. */
setWorkerUrl(workerUrl);
const CSS = { width: 1584, height: 1120 };
const RATIO = 3.125;
const DPI = 300;
const CAMERA = { lon: 112, lat: 45.4, zoom: 5.6 };

const content: MapContent = {
  view: DEFAULT_VIEW,
  theme: "light",
  lang: "zh-CN",
  assets: page.assets,
  regions: page.regions,
  progress: page.progress,
  features: page.features,
  pickedRegions: [],
  hovered: null,
};
const look = style(DEFAULT_VIEW, "light", "zh-CN", page.assets, content, focusOf(content, null));
serveTiles(page.assets);

function aMap(container: HTMLElement, pixelRatio: number): GlMap {
  const map = new MapLibre({
    container,
    center: [CAMERA.lon, CAMERA.lat],
    zoom: CAMERA.zoom,
    interactive: false,
    attributionControl: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    maxPitch: 0,
    validateStyle: false,
    pixelRatio,
    maxCanvasSize: [8192, 8192],
    canvasContextAttributes: { preserveDrawingBuffer: true },
  });
  map.setMissingStyleImageResolver((id) => {
    map.addImage(id, drawImage(id), { pixelRatio: IMAGE_RATIO });
  });
  plainRasters(map);
  return map;
}

async function dressed(map: GlMap): Promise<void> {
  const loaded = map.once("style.load");
  map.setStyle(look, { diff: false, validate: false });
  await loaded;
  withoutSky(map);
  new StateWriter(map).write(content, null);
}

type Made = { ms: number; width: number; height: number; bytes: number; frames?: number };

const frame = {
  box: { x: 0, y: 0, width: 420, height: 297 },
  css: CSS,
  pixels: { width: CSS.width * RATIO, height: CSS.height * RATIO },
  pixelRatio: RATIO,
  camera: CAMERA,
  alt: "",
  covered: [],
  degrees: [],
};

/** As the composer does it. */
async function ours(): Promise<Made> {
  const start = performance.now();
  const map = new BriefMap(page.assets);
  const { picture } = await map.draw(content, frame, RATIO);
  const png = await picture.png(DPI);
  const ms = performance.now() - start;
  const made = { ms, ...picture.size, bytes: png.size };
  picture.close();
  map.remove();
  return made;
}

/** At the exact size from the start: a frame for every tile and name that arrives. */
async function oneStep(): Promise<Made> {
  const box = document.body.appendChild(document.createElement("div"));
  Object.assign(box.style, {
    position: "fixed",
    left: "-20000px",
    width: `${CSS.width}px`,
    height: `${CSS.height}px`,
  });
  const start = performance.now();
  const map = aMap(box, RATIO);
  let frames = 0;
  map.on("render", () => {
    frames += 1;
  });
  await loadMapFonts(look, CAMERA.zoom);
  const idle = map.once("idle");
  await dressed(map);
  await idle;
  const canvas = map.getCanvas();
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (png === null) throw new Error("the browser makes no picture of the canvas");
  const file = new Blob([withDensity(new Uint8Array(await png.arrayBuffer()), DPI)], { type: png.type });
  const ms = performance.now() - start;
  const made = { ms, width: canvas.width, height: canvas.height, bytes: file.size, frames };
  map.remove();
  box.remove();
  return made;
}

const LONGEST_DRAWING_MS = 60_000;
let live: GlMap | undefined;
/**
 * The screen's map, which the plugin exports: drawn before the clock starts. A map is idle when it has told the
 * graphics unit what to draw, not when that is drawn.
 */
async function prepare(): Promise<void> {
  const box = document.getElementById("map");
  if (box === null) throw new Error("no box");
  live = aMap(box, 1);
  await loadMapFonts(look, CAMERA.zoom);
  const idle = live.once("idle");
  await dressed(live);
  await idle;
  const gl = live.getCanvas().getContext("webgl2");
  if (gl === null || !(await finished(gl, LONGEST_DRAWING_MS))) throw new Error("the live map is not drawn");
}

/** Its file is a download: caught here as the data URL that its link has. */
async function plugin(): Promise<Made> {
  if (live === undefined) throw new Error("not prepared");
  const link = Promise.withResolvers<string>();
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    link.resolve(this.href);
  };
  const ratio = devicePixelRatio;
  const start = performance.now();
  const off = { visibility: "none" } as const;
  new MaplibreExportControl({ attributionOptions: off, northIconOptions: off }).generateMap(
    live,
    [420, 297],
    DPI,
    "png",
    "mm",
    "map",
  );
  const href = await link.promise;
  const ms = performance.now() - start;
  HTMLAnchorElement.prototype.click = click;
  Object.defineProperty(window, "devicePixelRatio", { get: () => ratio, configurable: true });
  const blob = await (await fetch(href)).blob();
  const { width, height } = await createImageBitmap(blob);
  return { ms, width, height, bytes: blob.size };
}

Object.assign(window, { pictures: { ours, oneStep, prepare, plugin } });
