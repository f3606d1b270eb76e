import { deflateSync, inflateSync } from "node:zlib";
import { WrongPicture } from "../document/wrong-picture.ts";

type Size = { width: number; height: number };
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Channels of the colour types that a browser writes. */
const CHANNELS: Record<number, 3 | 4> = { 2: 3, 6: 4 };

type Head = Size & { channels: 3 | 4 };

/**
 * Looks at the head, and that the picture has its end, before anything is unpacked.
 * @throws WrongPicture
 */
export function checkPng(bytes: Uint8Array, expected: Size): Head {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (
    data.length < 57 ||
    !data.subarray(0, 8).equals(SIGNATURE) ||
    data.toString("latin1", 12, 16) !== "IHDR"
  ) {
    throw new WrongPicture("The picture of the map is no PNG.");
  }
  const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)];
  const [depth, color, interlace] = [data[24], data[25], data[28]];
  const channels = CHANNELS[color ?? -1];
  if (depth !== 8 || channels === undefined || interlace !== 0) {
    throw new WrongPicture("The picture of the map is not of 8-bit RGB or RGBA.");
  }
  if (width !== expected.width || height !== expected.height) {
    throw new WrongPicture(
      `The picture of the map is ${width}×${height} px, expected ${expected.width}×${expected.height}.`,
    );
  }
  for (const { name } of chunksOf(data)) if (name === "IEND") return { width, height, channels };
  throw new WrongPicture(NOT_WHOLE);
}

const NOT_WHOLE = "The picture of the map is not whole.";

/** A browser writes 8 KB and more in each. */
const MOST_CHUNKS = 20_000;

/** Whole chunks alone. */
function* chunksOf(data: Buffer): Generator<{ name: string; content: Buffer }> {
  for (let at = 8, count = 0; at + 12 <= data.length && count < MOST_CHUNKS; count += 1) {
    const end = at + 8 + data.readUInt32BE(at);
    if (end + 4 > data.length) return;
    yield { name: data.toString("latin1", at + 4, at + 8), content: data.subarray(at + 8, end) };
    at = end + 4;
  }
}

/**
 * The picture's rows in RGB, laid on white: filtered and deflated, which a PDF takes as they are. With an alpha channel
 * every pixel would be unpacked there once more. Of an RGB picture they are parts of `bytes`.
 * @throws WrongPicture
 */
export function opaqueRows(bytes: Uint8Array, expected: Size): Uint8Array[] {
  const { width, height, channels } = checkPng(bytes, expected);
  if (channels === 3) return rowsIn(bytes);
  const rows = unpacked(bytes, (width * 4 + 1) * height);
  const packed = Buffer.alloc((width * 3 + 1) * height);
  let above: Buffer = Buffer.alloc(width * 4);
  for (let y = 0; y < height; y += 1) {
    const from = y * (width * 4 + 1);
    const row = rows.subarray(from + 1, from + 1 + width * 4);
    unfilter(row, above, rows[from] ?? 0);
    const to = y * (width * 3 + 1);
    // Each byte less the pixel before it (filter 1): maps are flat, and pack to a third of the bytes themselves.
    packed[to] = 1;
    let [red, green, blue] = [0, 0, 0];
    for (let x = 0; x < width; x += 1) {
      const alpha = row[x * 4 + 3] ?? 255;
      const over = (value: number) =>
        alpha === 255 ? value : Math.round((value * alpha + 255 * (255 - alpha)) / 255);
      const [r, g, b] = [over(row[x * 4] ?? 0), over(row[x * 4 + 1] ?? 0), over(row[x * 4 + 2] ?? 0)];
      const at = to + 1 + x * 3;
      packed[at] = (r - red) & 255;
      packed[at + 1] = (g - green) & 255;
      packed[at + 2] = (b - blue) & 255;
      [red, green, blue] = [r, g, b];
    }
    above = row;
  }
  return [deflateSync(packed, { level: 6 })];
}

function rowsIn(bytes: Uint8Array): Buffer[] {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [...chunksOf(data)].filter(({ name }) => name === "IDAT").map(({ content }) => content);
}

function unpacked(bytes: Uint8Array, length: number): Buffer {
  try {
    const rows = inflateSync(Buffer.concat(rowsIn(bytes)), { maxOutputLength: length });
    if (rows.length === length) return rows;
  } catch {
    // Told below: whatever is wrong with it, it is not whole.
  }
  throw new WrongPicture(NOT_WHOLE);
}

/** Undoes a row's filter in place (PNG 1.2, 6). */
function unfilter(row: Buffer, above: Buffer, filter: number): void {
  if (filter === 0) return;
  for (let at = 0; at < row.length; at += 1) {
    const left = at < 4 ? 0 : (row[at - 4] ?? 0);
    const up = above[at] ?? 0;
    const corner = at < 4 ? 0 : (above[at - 4] ?? 0);
    const guess =
      filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner);
    row[at] = ((row[at] ?? 0) + guess) & 255;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
