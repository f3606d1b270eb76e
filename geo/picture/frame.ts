import type { Region } from "#domain/region.ts";
import type { View } from "#domain/view.ts";
import {
  cameraForView,
  FIT_ZOOM,
  fitOf,
  type LonLat,
  type Looking,
  type Padding,
  type Size,
  scaleOf,
  toMercator,
} from "../camera.ts";
import { emPx } from "./em.ts";
import { rounded, type Style } from "./node.ts";

/** Upper left corner and sides of the frame, px, and the zoom of the map that shows it so. */
export type Fit = { x: number; y: number; width: number; height: number; zoom: number };

/**
 * The part of the world a picture is measured in: the Mercator box of what the view fits. Every position is
 * a share of it, so a picture of unknown size is still exact once CSS has given the box its pixels.
 */
export type Frame = {
  /** World units (0..1): upper left corner and sides. */
  left: number;
  top: number;
  width: number;
  height: number;
  /** Units of the path grid across the frame. */
  grid: number;
  /** The frame in a window of the size that the picture is made for. */
  nominal: Fit & { size: Size };
  /** Fixed by the reader's camera, or fitted into the padded box. */
  camera: View["camera"];
  padding: Padding;
};

/** Finest step of the grid on screen, px. */
const GRID_STEP_PX = 0.2;

export function frameOf(view: Looking, regions: readonly Region[], size: Size): Frame {
  const { bbox, padding } = fitOf(view, regions);
  const [left, top] = toMercator([bbox[0], bbox[3]]);
  const [right, bottom] = toMercator([bbox[2], bbox[1]]);
  const camera = cameraForView(view, regions, size);
  const scale = scaleOf(camera.zoom);
  const [centreX, centreY] = toMercator([camera.lon, camera.lat]);
  const width = right - left;
  const height = bottom - top;
  return {
    left,
    top,
    width,
    height,
    grid: Math.max(8192, 2 ** Math.ceil(Math.log2((width * scale) / GRID_STEP_PX))),
    nominal: {
      x: (left - centreX) * scale + size.width / 2,
      y: (top - centreY) * scale + size.height / 2,
      width: width * scale,
      height: height * scale,
      size,
      zoom: camera.zoom,
    },
    camera: view.camera,
    padding,
  };
}

export const gridHeight = (frame: Frame): number => Math.round((frame.grid * frame.height) / frame.width);

/** Share of the frame, 0 to 1 inside it. */
export function shareOf(frame: Frame, at: LonLat): [x: number, y: number] {
  const [x, y] = toMercator(at);
  return [(x - frame.left) / frame.width, (y - frame.top) / frame.height];
}

/** Position in pixels where the frame stands at `fit`. */
export function pxIn(fit: Fit, frame: Frame, at: LonLat): [x: number, y: number] {
  const [x, y] = shareOf(frame, at);
  return [fit.x + x * fit.width, fit.y + y * fit.height];
}

/** Width of the frame at a zoom, px. */
export const widthAt = (frame: Frame, zoom: number): number => frame.width * scaleOf(zoom);

/** `x` and `y` in per cent of the frame, to 0.1 px on the largest screens. */
export function percentOf(frame: Frame, at: LonLat): { x: string; y: string } {
  const [x, y] = shareOf(frame, at);
  return { x: `${rounded(x * 100, 2)}%`, y: `${rounded(y * 100, 2)}%` };
}

/** Pixels at the nominal size to grid units. */
export const gridUnits = (frame: Frame, px: number): number => (px * frame.grid) / frame.nominal.width;

/** Farthest that a window can show beyond the frame, in shares of it. */
export function reachOf(frame: Frame): { left: number; top: number; right: number; bottom: number } {
  if (!frame.camera) return { left: -1.6, top: -1, right: 2.6, bottom: 2 };
  const [x, y] = shareOf(frame, [frame.camera.lon, frame.camera.lat]);
  const across = 2048 / frame.nominal.width;
  const down = 1280 / frame.nominal.height;
  return { left: x - across, top: y - down, right: x + across, bottom: y + down };
}

/** The em of league names (em.ts) in CSS, for a frame whose width the page decides (100cqw). */
export function emStyle(frame: Frame): string {
  if (frame.camera) return `${rounded(emPx(frame.camera.zoom), 2)}px`;
  const near = 100 / (frame.width * scaleOf(4));
  return `max(10.5px,min(9px + ${rounded(4 * near, 4)}cqw,15.33px + ${rounded(0.833 * near, 4)}cqw,22px))`;
}

/**
 * CSS of the two boxes that put the frame where MapLibre's camera has it. `room`: of the page, in CSS, where only its
 * style sheet knows how much the panels leave.
 */
export function boxStyles(frame: Frame, room?: string): { outer: Style; inner: Style } {
  const ratio = frame.width / frame.height;
  if (frame.camera) {
    const scale = scaleOf(frame.camera.zoom);
    const [x, y] = shareOf(frame, [frame.camera.lon, frame.camera.lat]);
    const width = frame.width * scale;
    const height = frame.height * scale;
    return {
      outer: { position: "absolute", inset: "0" },
      inner: {
        position: "absolute",
        left: `calc(50% - ${rounded(x * width, 2)}px)`,
        top: `calc(50% - ${rounded(y * height, 2)}px)`,
        width: `${rounded(width, 3)}px`,
        height: `${rounded(height, 3)}px`,
      },
    };
  }
  const { top, right, bottom, left } = frame.padding;
  const narrowest = rounded(frame.width * scaleOf(FIT_ZOOM.min), 2);
  const widest = rounded(frame.width * scaleOf(FIT_ZOOM.max), 2);
  return {
    outer: {
      position: "absolute",
      inset: room ?? `${top}px ${right}px ${bottom}px ${left}px`,
      containerType: "size",
      display: "grid",
      // Tracks of the box's own size: a frame at the least zoom may be larger, and then sticks out on both sides.
      grid: "100% / 100%",
      placeItems: "center",
    },
    inner: {
      width: `max(${narrowest}px,min(100cqw,${rounded(ratio * 100, 5)}cqh,${widest}px))`,
      aspectRatio: String(rounded(ratio, 7)),
      containerType: "size",
    },
  };
}
