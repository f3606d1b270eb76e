import { createExpression } from "@maplibre/maplibre-gl-style-spec";
import { afterEach, expect, test, vi } from "vitest";
import { besideU, MAP_SCALE, STRIP_U, WALL_FRAMES } from "#domain/wall/frame.ts";
import { cameraForView } from "#geo/camera.ts";
import { readRegions } from "#geo/read.ts";
import { style } from "../../../client/layers/style.ts";
import { drawImage } from "../../../client/map/map-images.ts";
import { ASSETS, aMapData, aView } from "../layers/seed-scene.ts";

/** Least size of what must be read on a wall, u. */
const LEAST = 24;

afterEach(() => vi.unstubAllGlobals());

/** The font in which a badge's digits are drawn, px of the image. */
function digitsPx(count: number): number {
  let font = "";
  const context = new Proxy({} as Record<string, unknown>, {
    get: (known, name: string) =>
      name in known ? known[name] : name === "canvas" ? { width: 1, height: 1 } : () => ({}) as ImageData,
    set: (known, name: string, value) => {
      known[name] = value;
      if (name === "font") font = value;
      return true;
    },
  });
  vi.stubGlobal(
    "OffscreenCanvas",
    class {
      getContext() {
        return context;
      }
    },
  );
  vi.stubGlobal("Path2D", class {});
  drawImage(`dark/cluster/${count}/1.1.0.0.0.0`);
  return Number(/ ([\d.]+)px/.exec(font)?.[1]);
}

test.each(Object.entries(WALL_FRAMES))(
  "on a wall of %s parts the map's badges have digits of 24 units at least",
  (_parts, frame) => {
    const px = (u: number) => u / MAP_SCALE;
    const size = {
      width: px(frame.size.width - 2 * besideU(frame)),
      height: px(frame.size.height - STRIP_U),
    };
    const { top, right, bottom, left } = frame.rooms.whole;
    const room = { top: px(top), right: px(right), bottom: px(bottom), left: px(left) };
    const { zoom } = cameraForView({ region: null, camera: null, room }, readRegions(), size);
    const layer = style(aView(), "dark", "zh-CN", ASSETS, aMapData()).layers.find(({ id }) => id === "point");
    if (layer?.type !== "symbol") throw new Error("no layer of badges");
    const made = createExpression(layer.layout?.["icon-size"], "layers[0].layout.icon-size");
    if (made.result !== "success") throw new Error("the badges' size is no expression");
    const iconSize = made.value.evaluate({ zoom });
    for (const count of [2, 12]) expect(digitsPx(count) * iconSize * MAP_SCALE).toBeGreaterThanOrEqual(LEAST);
  },
);
