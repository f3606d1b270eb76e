import type { Map as GlMap } from "maplibre-gl";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { spareFrames } from "../../../client/brief/spare-frames.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A map that draws whenever it is asked to, and says so. */
function drawing(all: Record<string, unknown> = {}) {
  const drawn = vi.fn();
  let told = () => {};
  const map = {
    on: (_: string, listener: () => void) => {
      told = listener;
    },
    triggerRepaint: () => {
      drawn();
      told();
    },
    ...all,
  };
  const end = spareFrames(map as unknown as GlMap);
  return { map, drawn, end };
}

test("what arrives within a tenth of a second is drawn in one frame, and the last of it always", () => {
  const { map, drawn } = drawing();
  map.triggerRepaint();
  expect(drawn).toHaveBeenCalledTimes(1);
  for (let tile = 0; tile < 5; tile += 1) {
    map.triggerRepaint();
    vi.advanceTimersByTime(10);
  }
  expect(drawn).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(50);
  expect(drawn).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1000);
  expect(drawn).toHaveBeenCalledTimes(2);
  map.triggerRepaint();
  expect(drawn).toHaveBeenCalledTimes(3);
});

test("a map that is removed is asked for no frame", () => {
  const { map, drawn, end } = drawing();
  map.triggerRepaint();
  map.triggerRepaint();
  end();
  vi.advanceTimersByTime(1000);
  expect(drawn).toHaveBeenCalledTimes(1);
});

test("where all is there nothing is waited for", () => {
  let loaded = false;
  const { map, drawn } = drawing({ style: {}, isStyleLoaded: () => loaded });
  map.triggerRepaint();
  map.triggerRepaint();
  expect(drawn).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(100);
  expect(drawn).toHaveBeenCalledTimes(2);
  loaded = true;
  map.triggerRepaint();
  expect(drawn).toHaveBeenCalledTimes(3);
});
