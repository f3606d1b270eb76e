import {
  Map as GlMap,
  type MapMouseEvent,
  prewarm,
  type StyleSpecification,
  setWorkerUrl,
} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import "maplibre-gl/dist/maplibre-gl.css";
import { cameraForView, type Looking } from "#geo/camera.ts";
import { afterFrame, isDrawing } from "../after-frame.ts";
import { OUTLINES } from "../layers/outline.ts";
import { ADMIN, LEDGER } from "../layers/scene.ts";
import { style } from "../layers/style.ts";
import { moveTo, roundedCamera, sameCamera, stepMs } from "./camera-motion.ts";
import { finished } from "./finished.ts";
import { focusOf } from "./focus-of.ts";
import { HIT_LAYERS, type Hit, hitAt } from "./hit.ts";
import { layersInPlace } from "./layers-in-place.ts";
import { loadMapFonts } from "./map-fonts.ts";
import { drawMarks, UPRIGHT } from "./map-options.ts";
import { type Hovered, looksOther, type MapProps } from "./map-props.ts";
import { onceDrawn } from "./once-drawn.ts";
import { plainRasters } from "./plain-rasters.ts";
import { withoutSky } from "./sky.ts";
import { markRecoloured } from "./standing-picture.ts";
import { StateWriter } from "./state-writer.ts";
import { serveTiles } from "./tile-protocol.ts";
import { tilesAtOnce } from "./tiles-at-once.ts";

setWorkerUrl(workerUrl);
// The worker is a script of its own: it loads while the page and its fonts do.
prewarm();

/** What the map tells: `onPoint` is its own pointer; `onBusy` false once everything asked for is painted. */
export type MapTelling = {
  onBusy: (busy: boolean) => void;
  /** Boundaries of what is in sight did not come; `again` asks for them once more. */
  onMissing: () => void;
  onLost: () => void;
  onRestored: () => void;
  onPoint: (hit: Hit | null, at: { x: number; y: number }) => void;
  /** Told when it changes, not with every move. */
  onHover: MapProps["onHover"];
  onPick: (hit: Hit) => void;
  onCamera: MapProps["onCamera"];
};

/** Marks an event of ours as the reader's own move, as a drag or a wheel is. */
const BY_READER = { byReader: true } as const;
/**
 * Canvas pixels for one of the page's while tiles, pictures and names arrive. Each arrival draws a frame that
 * nobody sees, and without a graphics card a frame's cost is its pixels: these frames are stamp-sized.
 */
const DRAFT_RATIO = 0.05;
/** MapLibre's own 4,096 would blur a wall of several screens. */
const LARGEST_CANVAS = 8192;
/** No frame that new colours come with is waited for longer. */
const LONGEST_FRAME_MS = 2000;
/** Tolerance of the pointer beside a line, px. */
const REACH = 3;

/** The one MapLibre map. It is written to, by whole props, and never asked what the view is. */
export class OneMap {
  readonly #map: GlMap;
  readonly #box: HTMLElement;
  readonly #telling: MapTelling;
  readonly #states: StateWriter;
  #props: MapProps;
  #styled: MapProps | null = null;
  /** The first style has its sources: before that MapLibre throws on a feature-state, and on a query. */
  #ready = false;
  #focused = "";
  #layers = new Set<string>();
  #pointed: Hovered = null;
  #ratio = DRAFT_RATIO;
  #frame = 0;
  /** Calls off a flight that has not set out: list and new colours come first. */
  #flight: (() => void) | null = null;
  /** Calls off the map's turn after the list's. */
  #turn: (() => void) | null = null;
  /** Calls off what follows new colours. */
  #rest: (() => void) | null = null;
  /** As the map was last told. */
  #given: StyleSpecification | null = null;
  #gone = false;
  /** Tiles of boundaries that did not come: such a map is no finished picture. */
  #missing: { x: number; y: number; z: number }[] = [];
  /** MapLibre drops its style with the context: until a new map is built there is nothing to write to. */
  #lost = false;

  /** @throws GPUInitializationError (MapLibre's) where the browser gives no WebGL 2 */
  constructor(box: HTMLElement, props: MapProps, telling: MapTelling) {
    this.#box = box;
    this.#props = props;
    this.#telling = telling;
    serveTiles(props.assets);
    const { lon, lat, zoom } = this.#camera();
    this.#map = new GlMap({
      container: box,
      center: [lon, lat],
      zoom,
      ...UPRIGHT,
      keyboard: false,
      pixelRatio: DRAFT_RATIO,
      maxCanvasSize: [LARGEST_CANVAS, LARGEST_CANVAS],
    });
    plainRasters(this.#map);
    tilesAtOnce(this.#map);
    this.#map.touchZoomRotate.disableRotation();
    drawMarks(this.#map);
    // The box says what it is and takes the keys (map-view.tsx); the canvas is its picture.
    const canvas = this.#map.getCanvas();
    canvas.removeAttribute("aria-label");
    canvas.setAttribute("role", "presentation");
    canvas.tabIndex = -1;
    this.#states = new StateWriter(this.#map);
    this.#listen();
    void this.#start();
  }

  /** Of another region the list is what was asked for: the map follows once its frame has gone. */
  update(props: MapProps): void {
    const before = this.#props;
    this.#props = props;
    if (!this.#ready || this.#styled === null || this.#lost || this.#turn !== null) return;
    if (before.view.region === props.view.region) {
      this.#apply(before);
      return;
    }
    this.#telling.onBusy(true);
    this.#turn = afterFrame(() => {
      this.#turn = null;
      this.#apply(before);
      // Changed back meanwhile there is nothing to draw: a frame all the same, for the map to tell that it rests.
      this.#map.triggerRepaint();
    });
  }

  #apply(before: MapProps): void {
    const props = this.#props;
    if (this.#styled === null || this.#lost) return;
    const recoloured = this.#states.write(props, this.#pointed);
    if (looksOther(this.#styled, props) || this.#focused !== this.#focus()) this.#dress(recoloured);
    if (recoloured) {
      this.#map.once("render", () => {
        markRecoloured();
        onceDrawn(this.#map, this.#rest !== null);
        const gl = this.#map.getCanvas().getContext("webgl2");
        if (gl) isDrawing(finished(gl, LONGEST_FRAME_MS));
      });
    }
    this.#follow(before, props);
  }

  /** One step of the zoom buttons and keys. */
  zoomBy(steps: number): void {
    this.#map.zoomTo(this.#map.getZoom() + steps, { duration: stepMs(200) }, BY_READER);
  }

  panBy(x: number, y: number): void {
    this.#map.panBy([x, y], { duration: stepMs(120) }, BY_READER);
  }

  fit(): void {
    this.#telling.onCamera(null);
    moveTo(this.#map, this.#fitted(), "flying");
  }

  /** Towards a badge until it falls apart. */
  open(at: [number, number], zoom: number): void {
    this.#map.easeTo({ center: at, zoom, duration: stepMs(400) }, BY_READER);
  }

  /** Asks once more for what did not come. */
  again(): void {
    const missing = this.#missing;
    this.#missing = [];
    if (this.#lost || !this.#ready) return;
    this.#telling.onBusy(true);
    // By their names: asked for all, MapLibre waits for an answer to those that failed, and never sends for them.
    this.#map.refreshTiles(ADMIN, missing);
    this.#map.triggerRepaint();
  }

  remove(): void {
    this.#gone = true;
    this.#flight?.();
    this.#turn?.();
    this.#rest?.();
    cancelAnimationFrame(this.#frame);
    this.#map.remove();
  }

  async #start(): Promise<void> {
    const first = this.#style();
    await loadMapFonts(first, this.#map.getZoom());
    if (this.#gone || this.#lost) return;
    this.#map.once("style.load", () => {
      withoutSky(this.#map);
      this.#catchUp();
    });
    this.#dress();
  }

  /** To what the view has become while the first style was on its way. */
  #catchUp(): void {
    this.#ready = true;
    if (this.#lost || this.#styled === null) return;
    if (looksOther(this.#styled, this.#props) || this.#focused !== this.#focus()) this.#dress();
    this.#states.write(this.#props, this.#pointed);
    moveTo(this.#map, this.#camera(), "at once");
  }

  #style() {
    const { view, theme, lang, assets } = this.#props;
    const focus = focusOf(this.#props, this.#pointed);
    return style(view, theme, lang, assets, this.#props, focus, this.#layers.has(OUTLINES));
  }

  #focus(): string {
    return JSON.stringify(focusOf(this.#props, this.#pointed));
  }

  /**
   * @param coloursFirst the next frame shows new colours: names, values, marks and whole layers, which the worker lays
   * out anew, follow once it is drawn
   */
  #dress(coloursFirst = false): void {
    const next = this.#style();
    this.#rest?.();
    this.#rest = coloursFirst ? afterFrame(() => this.#dress()) : null;
    const ledger = this.#given?.sources[LEDGER];
    if (coloursFirst && this.#given && ledger) {
      next.sources[LEDGER] = ledger;
      next.layers = layersInPlace(this.#given.layers, next.layers);
    }
    this.#given = next;
    this.#styled = this.#props;
    this.#focused = this.#focus();
    this.#layers = new Set(next.layers.map((layer) => layer.id));
    this.#telling.onBusy(true);
    this.#map.setStyle(next, { diff: true, validate: false });
    // The style may be what it was: a frame all the same, for the map to tell that it rests.
    this.#map.triggerRepaint();
  }

  #follow(before: MapProps, now: MapProps): void {
    if (before.view.region !== now.view.region || !sameRoom(before.view, now.view)) {
      this.#fly();
      return;
    }
    const { camera } = now.view;
    if (sameCamera(before.view.camera, camera)) return;
    // The reader's own move comes back by way of the address: the map is there already.
    if (camera !== null && sameCamera(camera, roundedCamera(this.#map))) return;
    this.#fly();
  }

  /** To the view's camera. Until the flight is over the map is busy, also before its first frame. */
  #fly(): void {
    this.#flight?.();
    this.#telling.onBusy(true);
    this.#flight = afterFrame(() => {
      this.#flight = null;
      moveTo(this.#map, this.#camera(), "flying", this.#props.stage?.flightMs);
    });
  }

  #camera() {
    return cameraForView(this.#props.view, this.#props.regions, this.#size());
  }
  #fitted() {
    return cameraForView({ ...this.#props.view, camera: null }, this.#props.regions, this.#size());
  }
  #size() {
    return { width: this.#box.clientWidth, height: this.#box.clientHeight };
  }

  #listen(): void {
    const map = this.#map;
    map.on("idle", () => {
      if (this.#flight !== null || this.#turn !== null || this.#rest !== null) return;
      if (this.#ratio === this.#fullRatio() || this.#missing.length > 0) this.#telling.onBusy(false);
      else this.#sharpen();
    });
    map.on("movestart", () => this.#telling.onBusy(true));
    map.on("moveend", (event) => {
      if (event.originalEvent || "byReader" in event) this.#telling.onCamera(roundedCamera(map));
    });
    map.on("resize", () => {
      if (this.#ratio !== DRAFT_RATIO && this.#ratio !== this.#fullRatio()) this.#sharpen();
      if (this.#props.view.camera === null) moveTo(map, this.#camera(), "at once");
    });
    map.on("webglcontextlost", () => {
      this.#lost = true;
      this.#telling.onLost();
    });
    map.on("webglcontextrestored", () => this.#telling.onRestored());
    map.on("error", (event) => {
      console.error(event.error);
      const tile = missingTile(event);
      if (tile === null) return;
      this.#missing.push(tile);
      this.#telling.onMissing();
    });
    map.on("mousemove", (event) => this.#pointAt(event));
    map.on("mouseout", () => this.#point(null, { x: 0, y: 0 }));
    map.on("click", (event) => {
      if (this.#lost || !this.#ready) return;
      const hit = this.#hit(event.point);
      if (hit) this.#telling.onPick(hit);
    });
  }

  #fullRatio(): number {
    return devicePixelRatio * (this.#props.stage?.scale ?? 1);
  }

  /** From the draft to the screen's own pixels, and along when the screen changes. */
  #sharpen(): void {
    // What is written with nearer by: nobody waits for it now.
    if (this.#ratio === DRAFT_RATIO)
      this.#map.once("idle", () => void loadMapFonts(this.#style(), UPRIGHT.maxZoom));
    this.#ratio = this.#fullRatio();
    this.#map.setPixelRatio(this.#ratio);
  }

  /** At most once a frame: a query costs more than the pointer's events are apart. */
  #pointAt({ point }: MapMouseEvent): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      if (!this.#map.isMoving()) this.#point(this.#hit(point), point);
    });
  }

  #point(hit: Hit | null, at: { x: number; y: number }): void {
    if (this.#lost || !this.#ready) return;
    this.#map.getCanvas().style.cursor = hit ? "pointer" : "";
    const pointed: Hovered = hit === null || hit.kind === "cluster" ? null : hit;
    if (JSON.stringify(pointed) !== JSON.stringify(this.#pointed)) {
      this.#pointed = pointed;
      this.#states.write(this.#props, pointed);
      if (this.#focused !== this.#focus()) this.#dress();
      this.#telling.onHover(pointed);
    }
    this.#telling.onPoint(hit, at);
  }

  #hit({ x, y }: { x: number; y: number }): Hit | null {
    const layers = HIT_LAYERS.filter((id) => this.#layers.has(id));
    const box: [[number, number], [number, number]] = [
      [x - REACH, y - REACH],
      [x + REACH, y + REACH],
    ];
    const marks = layers.filter((id) => !id.startsWith("progress") && id !== "region-hit");
    const areas = layers.filter((id) => !marks.includes(id));
    return hitAt(
      [
        ...this.#map.queryRenderedFeatures(box, { layers: marks }),
        ...this.#map.queryRenderedFeatures([x, y], { layers: areas }),
      ],
      this.#props.view,
    );
  }
}

const sameRoom = (a: Looking, b: Looking): boolean => a.room === b.room && a.target === b.target;

/** The tile of the boundaries' that an error is about; null for one about anything else. */
function missingTile(event: object) {
  if (!("sourceId" in event && event.sourceId === ADMIN)) return null;
  if (!("tile" in event && event.tile instanceof Object && "tileID" in event.tile)) return null;
  return (event.tile.tileID as { canonical: { x: number; y: number; z: number } }).canonical;
}
