import { leagueOf, PROVINCE_CODE } from "#domain/region.ts";
import { areaKm2 } from "#geo/question/area-km2.ts";
import { indexRegions, regionAt } from "#geo/question/region-at.ts";
import type { RegionShape } from "#geo/question/region-shape.ts";
import { DETAILS } from "#geo/topology.ts";
import { readAdmin, readPresent, shapesOf } from "../present.ts";
import { ImportRefusal } from "../refusal.ts";
import type { County } from "./codes.ts";
import { checkLineKinds } from "./line-kinds.ts";
import { minus, sheetKm2, sheetOf, unionOf } from "./sheet.ts";

/** Cleaning and rounding may move a county's area by this much against the file that was checked. */
const MOST_PERCENT = 1;
const MOST_UNION_KM2 = 0.05;

/**
 * Refuses a rebuilt data set that does not hold what the checked file said, or draws other kinds of lines than the
 * set in `presentDir`, before it is swapped in.
 */
export function checkRebuilt(dataDir: string, presentDir: string, counties: readonly County[]): void {
  const { regions, counties: rebuilt } = readPresent(dataDir);
  for (const { code, geometry } of counties) {
    const shape = rebuilt.get(code);
    const percent = shape ? 100 * (areaKm2(shape.geometry) / areaKm2(geometry) - 1) : -100;
    if (Math.abs(percent) > MOST_PERCENT) {
      throw new ImportRefusal(`The rebuild changed ${code} by ${percent.toFixed(1)} % of its area.`);
    }
  }
  for (const detail of DETAILS) {
    const topology = readAdmin(dataDir, detail);
    checkLineKinds(topology, readAdmin(presentDir, detail), detail);
    checkUnions(shapesOf(topology, "counties"), shapesOf(topology, "leagues"), leagueOf, detail);
    checkUnions(shapesOf(topology, "counties"), shapesOf(topology, "province"), () => PROVINCE_CODE, detail);
  }
  const index = indexRegions([...rebuilt.values()]);
  for (const { code, level, name, anchor } of regions) {
    if (level === "county" && regionAt(index, anchor) !== code) {
      throw new ImportRefusal(
        `The rebuild set the name of ${code} ${name} outside it, at ${anchor.join(" ")}.`,
      );
    }
  }
}

/** Each union covers what its counties cover, no more and no less. */
function checkUnions(
  counties: readonly RegionShape[],
  unions: readonly RegionShape[],
  codeOf: (county: string) => string | null,
  detail: string,
): void {
  for (const { code, geometry } of unions) {
    const parts = counties.filter((county) => codeOf(county.code) === code);
    const [whole, sum] = [sheetOf(geometry), unionOf(parts.map((part) => sheetOf(part.geometry)))];
    const km2 = sheetKm2(minus(whole, sum)) + sheetKm2(minus(sum, whole));
    if (km2 > MOST_UNION_KM2) {
      throw new ImportRefusal(
        `The rebuilt ${code} (${detail}) is not the union of its counties: ${km2.toFixed(2)} km² differ.`,
      );
    }
  }
}
