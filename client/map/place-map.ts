import { Map as GlMap, Marker, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import "maplibre-gl/dist/maplibre-gl.css";
import type { Theme } from "#domain/look/palette.ts";
import type { Language } from "#domain/look/words.ts";
import type { Assets } from "#domain/page.ts";
import type { Region } from "#domain/region.ts";
import { DEFAULT_VIEW } from "#domain/view.ts";
import { cameraForView, type LonLat } from "#geo/camera.ts";
import { style } from "../layers/style.ts";
import { wantsLessMotion } from "../look/less-motion.ts";
import { loadMapFonts } from "./map-fonts.ts";
import { drawMarks, UPRIGHT } from "./map-options.ts";
import { serveTiles } from "./tile-protocol.ts";

setWorkerUrl(workerUrl);

export type PlaceMapLook = { assets: Assets; theme: Theme; lang: Language; regions: readonly Region[] };
/** A place as it was pointed at: WGS 84, to some ten metres, and the zoom that it was seen at. */
export type Pointed = { at: [lon: number, lat: number]; zoom: number };

/** Near enough to tell a town from the next. */
const NEAR_ZOOM = 8;
/** What a map of nothing but the land draws of the ledger. */
const NOTHING = {
  progress: { reporting: [], county: [] },
  features: { points: [], corridors: [], hubs: [], areaOnly: 0 },
};
const rounded = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;

/** A small map without the ledger, on which one points at a place: by a click, or by the cross in its middle. */
export class PlaceMap {
  readonly #map: GlMap;
  readonly #pin: Marker;

  /**
   * @param region where it opens while there is no pin
   * @throws GPUInitializationError (MapLibre's) where the browser gives no WebGL 2
   */
  constructor(
    box: HTMLElement,
    look: PlaceMapLook,
    { region, pin, onPoint }: { region: string | null; pin: LonLat | null; onPoint: (to: Pointed) => void },
  ) {
    const { assets, theme, lang, regions } = look;
    serveTiles(assets);
    const size = { width: box.clientWidth, height: box.clientHeight };
    const fitted = cameraForView({ region, camera: null }, regions, size);
    const { lon, lat, zoom } = pin === null ? fitted : { lon: pin[0], lat: pin[1], zoom: NEAR_ZOOM };
    this.#map = new GlMap({
      container: box,
      center: [lon, lat],
      zoom,
      ...UPRIGHT,
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    drawMarks(this.#map);
    const mark = document.createElement("span");
    mark.className = "place-pin";
    this.#pin = new Marker({ element: mark });
    this.pin(pin);
    this.#map.on("click", ({ lngLat }) =>
      onPoint({ at: [rounded(lngLat.lng), rounded(lngLat.lat)], zoom: this.#map.getZoom() }),
    );
    const view = { ...DEFAULT_VIEW, layers: ["relief", "water", "counties", "labels"] as const, region };
    const drawn = style({ ...view, layers: [...view.layers] }, theme, lang, assets, { regions, ...NOTHING });
    void loadMapFonts(drawn, UPRIGHT.maxZoom).then(() =>
      this.#map.setStyle(drawn, { diff: false, validate: false }),
    );
  }

  /** The canvas, which takes the keys. */
  get canvas(): HTMLCanvasElement {
    return this.#map.getCanvas();
  }

  /** What the cross in the middle stands on. */
  middle(): Pointed {
    const { lng, lat } = this.#map.getCenter();
    return { at: [rounded(lng), rounded(lat)], zoom: this.#map.getZoom() };
  }

  pin(at: LonLat | null): void {
    if (at === null) this.#pin.remove();
    else this.#pin.setLngLat([at[0], at[1]]).addTo(this.#map);
  }

  zoomBy(steps: number): void {
    this.#map.zoomTo(this.#map.getZoom() + steps, { duration: wantsLessMotion() ? 0 : 200 });
  }

  remove(): void {
    this.#pin.remove();
    this.#map.remove();
  }
}
