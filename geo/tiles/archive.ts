/**
 * Many vector tiles in one immutable file, so that one fetch brings a whole overview.
 *
 *   bytes 0–3   "OMT1"
 *   bytes 4–7   length of the index, unsigned, little endian
 *   then        the index, JSON in UTF-8: { "minzoom", "maxzoom", "tiles": { "z/x/y": [offset, length] } }
 *   then        the tiles, MVT as it is (the transport compresses); offsets count from the end of the index
 *
 * Runs in the browser and in Node; nothing is read or fetched here, and nothing imported, so that the map's
 * worker-side bundle carries no more than this file.
 */
export type Tile = { z: number; x: number; y: number; bytes: Uint8Array };

export type TileArchive = {
  minzoom: number;
  maxzoom: number;
  /** Addresses of all tiles, by zoom, then x, then y. */
  addresses: readonly [z: number, x: number, y: number][];
  /** The tile's MVT, a view into the archive's own bytes; undefined where there is nothing to draw. */
  get(z: number, x: number, y: number): Uint8Array | undefined;
};

const MAGIC = "OMT1";
const HEADER_BYTES = 8;

type Index = { minzoom: number; maxzoom: number; tiles: Record<string, [offset: number, length: number]> };

/** Same tiles, same bytes, whatever their order. Equal tiles are stored once. Throws RangeError without any tile. */
export function packTiles(tiles: readonly Tile[]): Uint8Array {
  const sorted = [...tiles].sort((a, b) => a.z - b.z || a.x - b.x || a.y - b.y);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (!first || !last) throw new RangeError("an archive holds at least one tile");
  const parts: Uint8Array[] = [];
  const seen = new Map<string, [number, number]>();
  const index: Index = { minzoom: first.z, maxzoom: last.z, tiles: {} };
  let offset = 0;
  for (const { z, x, y, bytes } of sorted) {
    const key = bytes.join();
    let place = seen.get(key);
    if (place === undefined) {
      place = [offset, bytes.length];
      seen.set(key, place);
      parts.push(bytes);
      offset += bytes.length;
    }
    index.tiles[keyOf(z, x, y)] = place;
  }
  const json = new TextEncoder().encode(JSON.stringify(index));
  const archive = new Uint8Array(HEADER_BYTES + json.length + offset);
  archive.set(new TextEncoder().encode(MAGIC));
  new DataView(archive.buffer).setUint32(MAGIC.length, json.length, true);
  archive.set(json, HEADER_BYTES);
  let position = HEADER_BYTES + json.length;
  for (const part of parts) {
    archive.set(part, position);
    position += part.length;
  }
  return archive;
}

/** Reads the index; tiles are cut out when asked for. Throws RangeError on bytes that are no archive. */
export function openTiles(archive: Uint8Array): TileArchive {
  const magic = new TextDecoder().decode(archive.subarray(0, MAGIC.length));
  if (archive.length < HEADER_BYTES || magic !== MAGIC)
    throw new RangeError(
      `tile archive: expected it to begin with ${MAGIC}, found ${archive.length} bytes of other`,
    );
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const start = HEADER_BYTES + view.getUint32(MAGIC.length, true);
  const index: Index = JSON.parse(new TextDecoder().decode(archive.subarray(HEADER_BYTES, start)));
  const places = new Map(Object.entries(index.tiles));
  for (const [key, [offset, length]] of places)
    if (start + offset + length > archive.length)
      throw new RangeError(`tile archive: cut short, tile ${key} ends beyond ${archive.length} bytes`);
  return {
    minzoom: index.minzoom,
    maxzoom: index.maxzoom,
    addresses: [...places.keys()].map((key) => {
      const [z = 0, x = 0, y = 0] = key.split("/").map(Number);
      return [z, x, y];
    }),
    get: (z, x, y) => {
      const place = places.get(keyOf(z, x, y));
      return place && archive.subarray(start + place[0], start + place[0] + place[1]);
    },
  };
}

const keyOf = (z: number, x: number, y: number): string => `${z}/${x}/${y}`;
