import { Map as MapLibre, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { sceneOf, viewOf, WHOLE } from "#domain/wall/scene.ts";
import { cameraForView, type Padding, type Size } from "#geo/camera.ts";
import { ask } from "../../../../client/data/ask.ts";
import { page } from "../../../../client/data/page.ts";
import { featuresInput } from "../../../../client/data/use-features.ts";
import { progressInput } from "../../../../client/data/use-progress.ts";
import { style } from "../../../../client/layers/style.ts";
import { moveTo } from "../../../../client/map/camera-motion.ts";
import { focusOf } from "../../../../client/map/focus-of.ts";
import { loadMapFonts } from "../../../../client/map/map-fonts.ts";
import { drawImage, IMAGE_RATIO } from "../../../../client/map/map-images.ts";
import type { MapContent } from "../../../../client/map/map-props.ts";
import { plainRasters } from "../../../../client/map/plain-rasters.ts";
import { withoutSky } from "../../../../client/map/sky.ts";
import { StateWriter } from "../../../../client/map/state-writer.ts";
import { serveTiles } from "../../../../client/map/tile-protocol.ts";

/** How a map stands on the wall: its box in its own pixels, and how many of the screen's one of those is. */
export type Standing = { size: Size; scale: number };
/** A scene, and the room that the wall's panels leave in it. */
export type Leg = { scene: string; room: Padding };

declare global {
  interface Window {
    /** `savings`: with what our map leaves out of MapLibre's frame; else MapLibre as it comes. */
    stand: (standing: Standing, legs: readonly Leg[], savings: boolean) => Promise<void>;
    /** To the scene after, as the wall's camera goes: resolves when the map rests. */
    fly: (ms: number) => Promise<void>;
  }
}

setWorkerUrl(workerUrl);
serveTiles(page.assets);

/** What the wall draws in a scene. */
async function contentOf({ scene, room }: Leg): Promise<MapContent> {
  const view = { ...viewOf(sceneOf(scene) ?? WHOLE), theme: page.theme, lang: page.lang };
  const [reporting, county, features] = await Promise.all([
    ask("progress", "byRegion", progressInput(view, "reporting")),
    ask("progress", "byRegion", progressInput(view, "county")),
    ask("map", "features", featuresInput(view)),
  ]);
  return {
    view: { ...view, afar: true, room },
    theme: page.theme,
    lang: page.lang,
    assets: page.assets,
    regions: page.regions,
    progress: { reporting, county },
    features,
    pickedRegions: [],
    hovered: null,
  };
}

const lookOf = (content: MapContent) =>
  style(content.view, page.theme, page.lang, page.assets, content, focusOf(content, null));

window.stand = async ({ size, scale }, legs, savings) => {
  const stage = document.getElementById("stage");
  if (!stage) throw new Error("no element #stage");
  stage.style.cssText = `width:${size.width}px;height:${size.height}px;zoom:${scale}`;
  const contents = await Promise.all(legs.map(contentOf));
  let at = 0;
  const content = () => {
    const one = contents[at];
    if (!one) throw new Error(`no leg ${at}`);
    return one;
  };
  const { lon, lat, zoom } = cameraForView(content().view, page.regions, size);
  const map = new MapLibre({
    container: "map",
    center: [lon, lat],
    zoom,
    attributionControl: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    maxPitch: 0,
    validateStyle: false,
    pixelRatio: devicePixelRatio * scale,
    maxCanvasSize: [8192, 8192],
  });
  map.on("error", ({ error }) => console.error(error));
  map.setMissingStyleImageResolver((id) => {
    map.addImage(id, drawImage(id), { pixelRatio: IMAGE_RATIO });
  });
  if (savings) plainRasters(map);
  await loadMapFonts(lookOf(content()), zoom);
  const loaded = map.once("style.load");
  map.setStyle(lookOf(content()), { diff: false, validate: false });
  await loaded;
  if (savings) withoutSky(map);
  const states = new StateWriter(map);
  const idle = map.once("idle");
  states.write(content(), null);
  map.triggerRepaint();
  await idle;
  window.fly = async (ms) => {
    at = (at + 1) % contents.length;
    const rests = map.once("idle");
    map.setStyle(lookOf(content()), { diff: true, validate: false });
    states.write(content(), null);
    moveTo(map, cameraForView(content().view, page.regions, size), "flying", ms);
    await rests;
  };
};
