const SIGNATURE_BYTES = 8;
/** Length, type and checksum around a chunk's data. */
const CHUNK_BYTES = 12;
const METRES_PER_INCH = 0.0254;

/**
 * The PNG with its density in a pHYs chunk (PNG, 11.3.4.3), so that a word processor sets it at its true size.
 * An earlier one goes.
 * @throws RangeError for what is no PNG
 */
export function withDensity(png: Uint8Array, dpi: number): Uint8Array<ArrayBuffer> {
  const chunks = [...chunksOf(png)];
  const [header, ...rest] = chunks;
  if (header?.type !== "IHDR") throw new RangeError("png: the first chunk is no IHDR");
  const parts = [
    png.subarray(0, SIGNATURE_BYTES),
    header.bytes,
    physical(Math.round(dpi / METRES_PER_INCH)),
    ...rest.filter(({ type }) => type !== "pHYs").map(({ bytes }) => bytes),
  ];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function* chunksOf(png: Uint8Array): Generator<{ type: string; bytes: Uint8Array }> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = SIGNATURE_BYTES; at + CHUNK_BYTES <= png.length; ) {
    const length = view.getUint32(at) + CHUNK_BYTES;
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    yield { type, bytes: png.subarray(at, at + length) };
    at += length;
  }
}

/** Pixels per metre, the same both ways. */
function physical(perMetre: number): Uint8Array {
  const chunk = new Uint8Array(CHUNK_BYTES + 9);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set(new TextEncoder().encode("pHYs"), 4);
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  chunk[16] = 1;
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  return chunk;
}

/** Checksum of a chunk's type and data (PNG, annex D). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
