import { MapPictureError } from "./map-picture-error.ts";
import type { Size } from "./parts-of.ts";

/** Longer than the slowest drawing seen here, A3 at 300 dpi without a graphics card, by far. */
export const LONGEST_MS = 120_000;
/** Between two looks at whether the graphics unit is done. */
const LOOK_MS = 4;
const BYTES_PER_PIXEL = 4;

/** Until the graphics unit has done all it was told. @throws MapPictureError where the context is lost */
async function finished(gl: WebGL2RenderingContext): Promise<void> {
  const drawn = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (drawn === null) throw new MapPictureError({ kind: "contextLost" });
  gl.flush();
  const end = performance.now() + LONGEST_MS;
  while (gl.getSyncParameter(drawn, gl.SYNC_STATUS) !== gl.SIGNALED) {
    if (gl.isContextLost() || performance.now() > end) throw new MapPictureError({ kind: "contextLost" });
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  gl.deleteSync(drawn);
}

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
    await finished(gl);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, copy);
    gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, pixels);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  } finally {
    gl.deleteBuffer(copy);
  }
  if (gl.isContextLost()) throw new MapPictureError({ kind: "contextLost" });
  return pixels;
}
