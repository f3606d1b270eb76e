import { finished } from "../map/finished.ts";
import { MapPictureError } from "./map-picture-error.ts";
import type { Size } from "./parts-of.ts";

/** Longer than the slowest drawing seen here, A3 at 300 dpi without a graphics card, by far. */
export const LONGEST_MS = 120_000;
const BYTES_PER_PIXEL = 4;

/**
 * The frame's lower left corner as RGBA, its lowest row first. It is copied within the graphics unit's own queue and
 * fetched when it is there: whoever draws a canvas into another, or packs it, stands still until then, and the live
 * map with it.
 * @throws MapPictureError where the context is lost
 */
export async function readBack(
  gl: WebGL2RenderingContext,
  { width, height }: Size,
): Promise<Uint8Array<ArrayBuffer>> {
  const pixels = new Uint8Array(width * height * BYTES_PER_PIXEL);
  const copy = gl.createBuffer();
  try {
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, copy);
    gl.bufferData(gl.PIXEL_PACK_BUFFER, pixels.length, gl.STREAM_READ);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, 0);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    if (!(await finished(gl, LONGEST_MS))) throw new MapPictureError({ kind: "contextLost" });
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, copy);
    gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, pixels);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  } finally {
    gl.deleteBuffer(copy);
  }
  if (gl.isContextLost()) throw new MapPictureError({ kind: "contextLost" });
  return pixels;
}
