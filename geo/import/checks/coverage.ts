import { Clipper, EndType, JoinType, type Path64, type Paths64 } from "clipper2-ts";
import type { RegionShape } from "#geo/question/region-shape.ts";
import { ImportRefusal } from "../refusal.ts";
import { type County, listed } from "./codes.ts";
import {
  degrees,
  intersection,
  largest,
  minus,
  pathKm2,
  placeOf,
  sheetKm2,
  sheetOf,
  unionOf,
} from "./sheet.ts";

/** Most that neighbours may overlap or gape, in km², summed over their common border. */
const MOST_KM2 = 1;
/** A gap that is open to the outside counts where it is narrower than twice this: about 2 km. */
const INLET_DEGREES = 0.01;
/** How near a county must be to a gap to be called its neighbour: some 50 m. */
const TOUCH_DEGREES = 0.0005;

type Sheet = { code: string; paths: Paths64; bounds: ReturnType<typeof Clipper.getBoundsPaths> };
type Flaw = { codes: readonly string[]; km2: number; place: string };

/**
 * Refuses overlaps of more than 1 km² between two counties, and gaps of more than 1 km² between the same counties:
 * holes that the whole encloses, and inlets between two counties where the present set has land.
 */
export function checkCoverage(
  counties: readonly County[],
  present: readonly RegionShape[],
  names: ReadonlyMap<string, string>,
): void {
  const sheets = counties.map(({ code, geometry }): Sheet => {
    const paths = sheetOf(geometry);
    return { code, paths, bounds: Clipper.getBoundsPaths(paths) };
  });
  const label = ({ codes, km2, place }: Flaw) =>
    `${codes.map((code) => `${code} ${names.get(code)}`).join(" / ")} ${km2.toFixed(1)} km² near ${place}`;

  const overlaps = overlapsOf(sheets).sort((a, b) => b.km2 - a.km2);
  if (overlaps.length > 0) {
    throw new ImportRefusal(
      `Neighbours overlap by more than ${MOST_KM2} km²: ${listed(overlaps.map(label), "; ")}.`,
    );
  }
  const gaps = gapsOf(sheets, present).sort((a, b) => b.km2 - a.km2);
  if (gaps.length > 0) {
    throw new ImportRefusal(
      `Between neighbours lies ground of no county, more than ${MOST_KM2} km²: ${listed(gaps.map(label), "; ")}.`,
    );
  }
}

function overlapsOf(sheets: readonly Sheet[]): Flaw[] {
  return sheets.flatMap((a, at) =>
    sheets.slice(at + 1).flatMap((b): Flaw[] => {
      if (!boundsMeet(a, b)) return [];
      const shared = intersection(a.paths, b.paths);
      const [where, km2] = [largest(shared), sheetKm2(shared)];
      return where && km2 > MOST_KM2 ? [{ codes: [a.code, b.code], km2, place: placeOf(where) }] : [];
    }),
  );
}

function gapsOf(sheets: readonly Sheet[], present: readonly RegionShape[]): Flaw[] {
  const whole = unionOf(sheets.map((sheet) => sheet.paths));
  const holes = whole.filter((path) => !Clipper.isPositive(path));
  const byNeighbours = new Map<string, Path64[]>();
  for (const patch of [...holes, ...inletsOf(whole, present)]) {
    const neighbours = touching(sheets, patch);
    if (neighbours.length < 2 && !holes.includes(patch)) continue;
    const key = neighbours.join(" ");
    byNeighbours.set(key, [...(byNeighbours.get(key) ?? []), patch]);
  }
  return [...byNeighbours].flatMap(([key, patches]): Flaw[] => {
    const [where, km2] = [largest(patches), patches.reduce((sum, patch) => sum + pathKm2(patch), 0)];
    return where && km2 > MOST_KM2 ? [{ codes: key.split(" "), km2, place: placeOf(where) }] : [];
  });
}

/** What closing the whole by `INLET_DEGREES` fills, where the present set has land: true notches stay outside it. */
function inletsOf(whole: Paths64, present: readonly RegionShape[]): Paths64 {
  const filled = whole.filter((path) => Clipper.isPositive(path));
  const grown = offset(filled, degrees(INLET_DEGREES));
  const closed = offset(grown, -degrees(INLET_DEGREES));
  const land = unionOf(present.map((shape) => sheetOf(shape.geometry)));
  return intersection(minus(closed, filled), land).filter((path) => Clipper.isPositive(path));
}

const offset = (paths: Paths64, by: number): Paths64 =>
  Clipper.inflatePaths(paths, by, JoinType.Miter, EndType.Polygon, 2);

function touching(sheets: readonly Sheet[], patch: Path64): string[] {
  const shell = Clipper.isPositive(patch) ? patch : patch.toReversed();
  const paths = offset([shell], degrees(TOUCH_DEGREES));
  const near = { code: "", paths, bounds: Clipper.getBoundsPaths(paths) };
  return sheets
    .filter((sheet) => boundsMeet(sheet, near) && intersection(sheet.paths, paths).length > 0)
    .map((sheet) => sheet.code);
}

const boundsMeet = ({ bounds: a }: Sheet, { bounds: b }: Sheet): boolean =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
