import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { RequestHandler } from "express";
import { cautions, LICENCE, reviewWords, titleOf } from "#domain/export/about.ts";
import { parsePackageQuery } from "#domain/features/features-query.ts";
import { isDemo } from "../db/demo.ts";
import { changedAt } from "../db/ledger-export.ts";
import { disposition } from "../export/format.ts";
import { Places, type Room } from "../export/places.ts";
import { searchOf } from "../http/page-route.ts";
import type { Collection } from "./collection.ts";
import type { FeatureParts } from "./collections.ts";
import { GPKG, ROOT } from "./documents.ts";
import { writeGeoPackage } from "./geopackage.ts";
import { refuse } from "./refuse.ts";

export const GEOPACKAGE_PATH = `${ROOT}/one-map.gpkg`;

/** It is written to the disk first, for SQLite writes no other way: one at a time. */
const ROOM: Room = { atOnce: 1, waiting: 10 };
const LONGEST_MS = 60_000;

/** The whole of what may leave, as one file. */
export function geoPackage(
  { db, revisions, geography }: FeatureParts,
  all: readonly Collection[],
): RequestHandler {
  const places = new Places(ROOM);
  return async (req, res) => {
    const left = new AbortController();
    res.once("close", () => left.abort());
    const signal = AbortSignal.any([left.signal, AbortSignal.timeout(LONGEST_MS)]);
    try {
      const asked = parsePackageQuery(searchOf(req));
      await places.use(async () => {
        const [demo, changed] = await Promise.all([isDemo(db), changedAt(db)]);
        const about = [
          titleOf({ demo, lang: asked.lang }),
          `r${revisions.current}`,
          reviewWords({ lang: asked.lang, reviewNumber: geography.boundary.reviewNumber }),
          LICENCE[asked.lang],
          ...cautions({ demo, lang: asked.lang }),
        ].join("\n");
        const folder = await mkdtemp(join(tmpdir(), "one-map-gpkg-"));
        try {
          const path = join(folder, "one-map.gpkg");
          await writeGeoPackage(path, { collections: all, asked, about, changedAt: changed }, signal);
          res.set({
            "Content-Type": GPKG,
            "Cache-Control": "private, no-cache",
            "Content-Disposition": disposition("一张图.gpkg", "one-map.gpkg"),
          });
          await pipeline(createReadStream(path), res, { signal });
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      }, left.signal);
    } catch (error) {
      // Who left is owed nothing; a file that has begun is cut off, never ended.
      if (res.closed || res.headersSent) res.destroy();
      else refuse(res, error);
    }
  };
}
