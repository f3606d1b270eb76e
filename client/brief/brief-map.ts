import {
  Map as GlMap,
  GPUInitializationError,
  type JumpToOptions,
  type StyleSpecification,
} from "maplibre-gl";
import type { Problem } from "#domain/brief/preflight.ts";
import type { Sheet } from "#domain/brief/sheet.ts";
import type { Assets } from "#domain/page.ts";
import { style } from "../layers/style.ts";
import { focusOf } from "../map/focus-of.ts";
import { loadMapFonts } from "../map/map-fonts.ts";
import { drawImage, IMAGE_RATIO } from "../map/map-images.ts";
import type { MapContent } from "../map/map-props.ts";
import { plainRasters } from "../map/plain-rasters.ts";
import { withoutSky } from "../map/sky.ts";
import { StateWriter } from "../map/state-writer.ts";
import { serveTiles } from "../map/tile-protocol.ts";
import "./brief-map.css";
import { COVERED, coveredCells, coveredImage, withCovered } from "./covered.ts";
import { degreesOn, loadDegrees, withDegrees } from "./degrees.ts";
import { droppedNames } from "./dropped-names.ts";
import { frameKey } from "./frame-key.ts";
import { withLineSpots } from "./line-spots.ts";
import { MapPictureError } from "./map-picture-error.ts";
import { PartCanvas } from "./part-canvas.ts";
import type { Part } from "./parts-of.ts";
import { Picture } from "./picture.ts";
import { LONGEST_MS, readBack } from "./read-back.ts";
import { spareFrames } from "./spare-frames.ts";
import { turn } from "./turn.ts";

/** The page's picture of the map, and what it lacks. */
export type MapPicture = { picture: Picture; problems: Problem[] };

/**
 * Canvas pixels for one of the page's while tiles and names arrive: each arrival is a frame, and none of them is drawn
 * (part-canvas.ts). Set to its exact size when all is there, A3 at 300 dpi is drawn once.
 */
const DRAFT_RATIO = 0.05;
/** Where the map has nothing: no tile of ours is in view. */
const AWAY = { center: [-90, 0], zoom: 4 } as const satisfies JumpToOptions;
/**
 * A map of its own beside the page: laid out, so that it is drawn, and out of sight. The live map keeps its canvas,
 * its camera and its settings. It is always in the light look: pages are paper.
 */
export class BriefMap {
  readonly #box: HTMLElement;
  readonly #map: GlMap;
  readonly #gl: WebGL2RenderingContext;
  readonly #parts: PartCanvas;
  readonly #limit: number;
  readonly #states: StateWriter;
  readonly #endFrames: () => void;
  #lost = false;
  #failedTiles = 0;
  /** By their names: MapLibre waits for the files of names, so that all are known when it is idle. */
  #missingFonts = new Set<string>();
  #shown: { content: MapContent; look: StyleSpecification; frame: string } | null = null;

  /** @throws MapPictureError where the browser gives no WebGL 2 */
  constructor(assets: Assets) {
    this.#box = document.body.appendChild(document.createElement("div"));
    this.#box.className = "brief-map";
    this.#box.inert = true;
    this.#box.ariaHidden = "true";
    serveTiles(assets);
    this.#map = openMap(this.#box);
    plainRasters(this.#map);
    this.#endFrames = spareFrames(this.#map);
    const gl = this.#map.getCanvas().getContext("webgl2");
    if (gl === null) throw new MapPictureError({ kind: "noWebgl" });
    this.#gl = gl;
    this.#limit = canvasLimit(gl);
    this.#parts = new PartCanvas(this.#map.getCanvas(), gl, this.#limit);
    this.#states = new StateWriter(this.#map);
    this.#map.setMissingStyleImageResolver((id) => {
      if (id === COVERED) this.#map.addImage(id, coveredImage());
      else this.#map.addImage(id, drawImage(id), { pixelRatio: IMAGE_RATIO });
    });
    this.#map.on("webglcontextlost", () => {
      this.#lost = true;
    });
    this.#map.on("error", () => {
      this.#failedTiles += 1;
    });
  }

  /**
   * @param ratio canvas pixels for one of the frame's CSS pixels: the page's own, or a preview's
   * @throws MapPictureError where the context is lost, or the drawing takes longer than anything does; WriteError
   * where the browser has no room for the picture
   */
  async draw(content: MapContent, frame: Sheet["map"], ratio: number): Promise<MapPicture> {
    const { css } = frame;
    const map = this.#map;
    this.#failedTiles = 0;
    this.#missingFonts.clear();
    this.#parts.showNothing();
    map.setPixelRatio(DRAFT_RATIO);
    const look = await this.#show(content, frame);
    this.#lookAt(frame);
    await this.#idle();
    map.setPixelRatio(ratio);
    const parts = this.#parts.parts();
    if (parts.length === 0) {
      const [asked, drawn] = [Math.round(css.width * ratio), this.#parts.given.width];
      throw new MapPictureError({ kind: "canvasClamped", asked, drawn });
    }
    const picture = await this.#joined(parts);
    const problems: Problem[] = [];
    const names = droppedNames(map, look, content.view);
    if (names.length > 0) problems.push({ kind: "labelsDropped", names });
    // Told with the preview, which is itself small enough.
    if (Math.max(css.width, css.height) * frame.pixelRatio > this.#limit) {
      problems.push({ kind: "gpuLimit", limit: this.#limit });
    }
    if (this.#failedTiles > 0) problems.push({ kind: "tilesMissing", count: this.#failedTiles });
    if (this.#missingFonts.size > 0) problems.push({ kind: "fontMissing", fonts: [...this.#missingFonts] });
    return { picture, problems };
  }

  /**
   * Each part is a frame, the first the map's own: it takes the new size. The others are asked of it as they are
   * wanted, without a wait for the screen's next. Each waits for the one before to be read: without a graphics card a
   * frame that is told while another is drawn takes the page three times as long.
   */
  async #joined(parts: readonly Part[]): Promise<Picture> {
    const width = Math.max(...parts.map((part) => part.x + part.width));
    const height = Math.max(...parts.map((part) => part.y + part.height));
    const picture = new Picture({ width, height });
    try {
      for (const [index, part] of parts.entries()) {
        this.#parts.show(part);
        if (index === 0) await this.#idle();
        else this.#map.redraw();
        await picture.put(await readBack(this.#gl, part), part);
      }
      return picture;
    } catch (error) {
      picture.close();
      throw error;
    }
  }

  remove(): void {
    this.#endFrames();
    this.#map.remove();
    this.#box.remove();
  }

  /**
   * Another content differs in a few layers: the style is changed, not made anew. It is changed while no tile is in
   * view: MapLibre makes those that are once more, the new page's while they are on their way and the last one's for
   * nothing.
   */
  async #show(content: MapContent, frame: Sheet["map"]): Promise<StyleSpecification> {
    const { view, lang, assets } = content;
    const known = this.#shown?.content === content ? this.#shown.look : null;
    const look = known ?? style(view, "light", lang, assets, content, focusOf(content, null));
    const missing = (font: string) => this.#missingFonts.add(font);
    await Promise.all([loadMapFonts(look, frame.camera.zoom, missing), loadDegrees(missing)]);
    const key = frameKey(frame, 1);
    if (known !== null && this.#shown?.frame === key) return known;
    await turn();
    this.#lookAt(frame);
    const named = withLineSpots(look, this.#map, frame);
    const page = withDegrees(withCovered(named, coveredCells(this.#map, frame)), degreesOn(this.#map, frame));
    if (this.#shown === null) {
      const loaded = this.#map.once("style.load");
      this.#map.setStyle(page, { diff: false, validate: false });
      await this.#within(loaded);
      withoutSky(this.#map);
      this.#states.write(content, null);
    } else {
      this.#map.jumpTo(AWAY);
      await turn();
      this.#map.setStyle(page, { diff: true, validate: false });
      this.#states.write(content, null);
      await this.#idle();
    }
    this.#shown = { content, look, frame: key };
    return look;
  }

  #lookAt({ css, camera }: Sheet["map"]): void {
    this.#box.style.width = `${css.width}px`;
    this.#box.style.height = `${css.height}px`;
    this.#map.resize();
    this.#map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom });
  }

  /** Registered before what it waits for is asked: an idle map tells it once, within its last frame. */
  async #idle(): Promise<void> {
    const idle = this.#map.once("idle");
    this.#map.triggerRepaint();
    await this.#within(idle);
    await turn();
  }

  #within(event: Promise<unknown>): Promise<unknown> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fail = new Promise<never>((_, reject) => {
      const stop = () => reject(new MapPictureError({ kind: "contextLost" }));
      timer = setTimeout(stop, LONGEST_MS);
      if (this.#lost) stop();
      this.#map.once("webglcontextlost", stop);
    });
    return Promise.race([event, fail]).finally(() => clearTimeout(timer));
  }
}

/** @throws MapPictureError where the browser gives no WebGL 2 */
function openMap(box: HTMLElement): GlMap {
  try {
    return new GlMap({
      container: box,
      interactive: false,
      attributionControl: false,
      renderWorldCopies: false,
      fadeDuration: 0,
      maxPitch: 0,
      validateStyle: false,
      pixelRatio: DRAFT_RATIO,
      // It is drawn in parts, and resized by draw() alone.
      maxCanvasSize: [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
      trackResize: false,
      // An atlas goes from region to region and comes back to none.
      maxTileCacheSize: 0,
      // Read after the frame; the live map does without.
      canvasContextAttributes: { preserveDrawingBuffer: true },
    });
  } catch (error) {
    box.remove();
    throw error instanceof GPUInitializationError ? new MapPictureError({ kind: "noWebgl" }) : error;
  }
}

/** Pixels a side that the graphics unit draws at once. */
function canvasLimit(gl: WebGL2RenderingContext): number {
  const [viewport = 0] = gl.getParameter(gl.MAX_VIEWPORT_DIMS) as Int32Array;
  return Math.min(
    gl.getParameter(gl.MAX_TEXTURE_SIZE) as number,
    gl.getParameter(gl.MAX_RENDERBUFFER_SIZE) as number,
    viewport,
  );
}
