import { makeBoundaries } from "./steps/boundaries.ts";
import { makeGround } from "./steps/ground.ts";
import { makeCountries, makeProvinces } from "./steps/land.ts";
import { writeManifest } from "./steps/manifest.ts";
import { makeOutline } from "./steps/outline.ts";
import { makePorts } from "./steps/ports.ts";
import { makeRegions } from "./steps/regions.ts";
import { makeRelief } from "./steps/relief.ts";
import { makeDetailTiles, makeOverviewTiles } from "./steps/tiles.ts";
import { makeLakes, makeRivers } from "./steps/water.ts";

export type Step = { name: string; run: () => void | Promise<void> };

/** In the order of need: a later step reads from `geo/data` what an earlier one wrote there. */
export const STEPS: readonly Step[] = [
  { name: "boundaries", run: makeBoundaries },
  { name: "regions", run: makeRegions },
  { name: "provinces", run: makeProvinces },
  { name: "countries", run: makeCountries },
  { name: "lakes", run: makeLakes },
  { name: "rivers", run: makeRivers },
  { name: "ports", run: makePorts },
  { name: "outline", run: makeOutline },
  { name: "relief", run: makeRelief },
  { name: "ground", run: makeGround },
  { name: "overview-tiles", run: makeOverviewTiles },
  { name: "detail-tiles", run: makeDetailTiles },
  { name: "manifest", run: writeManifest },
];
