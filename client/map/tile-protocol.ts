import { addProtocol } from "maplibre-gl";
import type { Assets } from "#domain/page.ts";
import { openTiles, type TileArchive } from "#geo/tiles/archive.ts";
import { OVERVIEW_ZOOMS } from "#geo/tiles/layers.ts";
import { ADMIN_TILES } from "../layers/style.ts";

const SCHEME = ADMIN_TILES.slice(0, ADMIN_TILES.indexOf(":"));
let archive: { url: string; opened: Promise<TileArchive> } | null = null;

/** Answers the style's tile addresses: overview from one archive in memory, detail from the server. */
export function serveTiles(assets: Pick<Assets, "overviewTiles" | "detailTiles">): void {
  // On its way before the first tile is asked for.
  archiveAt(assets.overviewTiles).catch(() => undefined);
  addProtocol(SCHEME, async ({ url }, { signal }) => {
    const [z, x, y] = tileOf(url);
    if (z <= OVERVIEW_ZOOMS.max) {
      const tile = (await archiveAt(assets.overviewTiles)).get(z, x, y);
      // MapLibre hands the buffer over to its worker: it gets a copy, the archive stays whole.
      return { data: tile ? tile.slice().buffer : new ArrayBuffer(0) };
    }
    const address = assets.detailTiles
      .replace("{z}", String(z))
      .replace("{x}", String(x))
      .replace("{y}", String(y));
    return { data: await fetchTile(address, signal) };
  });
}

/** Fetched once; a failure is forgotten, so that who tries again asks again. */
function archiveAt(url: string): Promise<TileArchive> {
  if (archive?.url !== url) {
    const opened = fetchArchive(url);
    archive = { url, opened };
    opened.catch(() => {
      if (archive?.opened === opened) archive = null;
    });
  }
  return archive.opened;
}

async function fetchArchive(url: string): Promise<TileArchive> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return openTiles(new Uint8Array(await response.arrayBuffer()));
}

/** Where there is no land of ours there is no tile: the server says 404 or 204, and the map draws nothing. */
async function fetchTile(url: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetch(url, { signal });
  if (response.status === 404 || response.status === 204) return new ArrayBuffer(0);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.arrayBuffer();
}

function tileOf(url: string): [z: number, x: number, y: number] {
  const [z, x, y] = url.split("/").slice(-3).map(Number);
  if (z === undefined || x === undefined || y === undefined) throw new Error(`${url}: expected …/z/x/y`);
  return [z, x, y];
}
