import type { Map as GlMap } from "maplibre-gl";

/** Between two frames of a map that nobody looks at, ms. */
const LULL_MS = 100;

/**
 * Each tile and each glyph that arrives asks for a frame, in which all names are placed anew: beside the live map that
 * is its time, and most of what a page leaves to be collected. A frame that comes too soon waits for more to arrive;
 * where nothing more is awaited, or the map was at rest, it comes at once.
 * @returns ends it: a map that is removed has no frames
 */
export function spareFrames(map: GlMap): () => void {
  const ask = map.triggerRepaint.bind(map);
  let before = Number.NEGATIVE_INFINITY;
  let waiting: ReturnType<typeof setTimeout> | null = null;
  map.on("render", () => {
    before = performance.now();
  });
  map.triggerRepaint = () => {
    if (waiting !== null) return;
    const left = before + LULL_MS - performance.now();
    if (left <= 0 || allThere(map)) {
      ask();
      return;
    }
    waiting = setTimeout(() => {
      waiting = null;
      ask();
    }, left);
  };
  return () => {
    if (waiting !== null) clearTimeout(waiting);
  };
}

/** A map without a style waits for one. */
const allThere = (map: GlMap): boolean => map.style !== undefined && map.isStyleLoaded() === true;
