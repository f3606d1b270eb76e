import type { Theme } from "#domain/look/palette.ts";
import { type Frame, shareOf } from "./frame.ts";
import type { Backdrop } from "./input.ts";
import { node, type PictureNode, rounded } from "./node.ts";

/** A picture in Web Mercator, stretched over its box. */
export function backdrop(frame: Frame, { href, bbox, later = false }: Backdrop, opacity = 1): PictureNode {
  const [left, top] = shareOf(frame, [bbox[0], bbox[3]]);
  const [right, bottom] = shareOf(frame, [bbox[2], bbox[1]]);
  const percent = (share: number) => `${rounded(share * 100, 3)}%`;
  return node("image", {
    ...(later ? { "data-href": href } : { href }),
    // In one frame with regions, lines and names: a picture that comes after them has all of them painted anew.
    decoding: "sync",
    x: percent(left),
    y: percent(top),
    width: percent(right - left),
    height: percent(bottom - top),
    preserveAspectRatio: "none",
    opacity: opacity === 1 ? undefined : rounded(opacity, 2),
    "pointer-events": "none",
  });
}

/** As the map has it: .9 (dark .95) to zoom 5.4, .3 at 7.2, 0 at 8.5. */
export function reliefOpacity(zoom: number, theme: Theme): number {
  const full = theme === "dark" ? 0.95 : 0.9;
  if (zoom <= 5.4) return full;
  return zoom <= 7.2
    ? full + ((0.3 - full) * (zoom - 5.4)) / 1.8
    : Math.max(0, 0.3 * (1 - (zoom - 7.2) / 1.3));
}
