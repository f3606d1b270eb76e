import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Theme } from "#domain/look/palette.ts";
import type { Assets, PageData } from "#domain/page.ts";
import { type Bbox, GROUND_BBOX, RELIEF_BBOX } from "#geo/ground.ts";
import { boundaryDataSet } from "#geo/manifest.ts";
import type { PictureInput } from "#geo/picture/input.ts";
import type { OutlineDetail } from "#geo/picture/outline.ts";
import { dataFile, readManifest, readPorts, readTopology } from "#geo/read.ts";
import { openTiles } from "#geo/tiles/archive.ts";

/** A file of the geography at an address of its own: another content has another address. */
export type GeoFile = { url: string; type: string; bytes: Buffer };

/** A baked picture, the box it covers, and its bytes. */
export type GroundPicture = { href: string; bbox: Bbox; file: GeoFile };

type Tiles = ReturnType<typeof openTiles>;

export type Geography = {
  files: readonly GeoFile[];
  /** Tiles of zoom 6 to 9 under `/tiles/admin/<hash>/`. */
  detail: { hash: string; tiles: Tiles };
  assets: Assets;
  boundary: PageData["boundary"];
  topology: Record<OutlineDetail, PictureInput["topology"]>;
  ports: PictureInput["ports"];
  ground: Record<Theme, GroundPicture>;
  relief: Record<Theme, GroundPicture>;
};

const hashOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex").slice(0, 12);

function fileOf(name: string, folder: "/geo" | "/tiles", stem: string, type: string): GeoFile {
  const bytes = readFileSync(dataFile(name));
  const extension = name.slice(name.lastIndexOf(".") + 1);
  return { url: `${folder}/${stem}.${hashOf(bytes)}.${extension}`, type, bytes };
}

/** Reads the committed geography once. Some 2 MB, kept for as long as the server runs. */
export function loadGeography(): Geography {
  const overview = fileOf("admin-overview.tiles", "/tiles", "overview", "application/octet-stream");
  const outline = (detail: OutlineDetail) =>
    fileOf(`admin.${detail}.topo.json`, "/geo", `admin-${detail}`, "application/json");
  const outlines = { lo: outline("lo"), mid: outline("mid") };
  const picture = (name: string) => fileOf(`${name}.webp`, "/geo", name, "image/webp");
  const ground = { light: picture("ground-light"), dark: picture("ground-dark") };
  const relief = { light: picture("relief-light"), dark: picture("relief-dark") };
  const detailBytes = readFileSync(dataFile("admin-detail.tiles"));
  const hash = hashOf(detailBytes);
  const manifest = readManifest();
  return {
    files: [overview, outlines.lo, outlines.mid, ground.light, ground.dark, relief.light, relief.dark],
    detail: { hash, tiles: openTiles(detailBytes) },
    assets: {
      overviewTiles: overview.url,
      detailTiles: `/tiles/admin/${hash}/{z}/{x}/{y}.mvt`,
      outline: { lo: outlines.lo.url, mid: outlines.mid.url },
      ground: { light: ground.light.url, dark: ground.dark.url },
      relief: { light: relief.light.url, dark: relief.dark.url },
    },
    boundary: {
      reviewNumber: boundaryDataSet(manifest).reviewNumber,
      credits: [...new Set(manifest.dataSets.flatMap((set) => set.credit.split(" · ")))],
    },
    topology: { lo: readTopology("lo"), mid: readTopology("mid") },
    ports: readPorts(),
    ground: backdrops(ground, GROUND_BBOX),
    relief: backdrops(relief, RELIEF_BBOX),
  };
}

const backdrops = (files: Record<Theme, GeoFile>, bbox: Bbox): Record<Theme, GroundPicture> => ({
  light: { href: files.light.url, bbox, file: files.light },
  dark: { href: files.dark.url, bbox, file: files.dark },
});

/** The picture written into its address, for a drawing that leaves the server. */
export const embedded = ({ bbox, file }: GroundPicture) => ({
  href: `data:${file.type};base64,${file.bytes.toString("base64")}`,
  bbox,
});
