import { Clipper, EndType, JoinType, type Paths64 } from "clipper2-ts";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import { degrees, geometryOf, intersection, minus, sheetOf, unionOf } from "../checks/sheet.ts";

/** Gaps up to twice this are closed: about 2 km, several times what two sources of one border differ by. */
const CLOSE_DEGREES = 0.01;
/** How near a neighbour must be to be given a gap: some 50 m. */
const TOUCH_DEGREES = 0.0005;

type Area<P> = Feature<Polygon | MultiPolygon, P>;

/**
 * The gaps between our counties and the neighbours, each as one more part of a neighbour it touches. Notches of the
 * national border, which touch only one side, stay open.
 */
export function seamGaps<P>(ours: readonly Area<P>[], neighbours: readonly Area<P>[]): Area<P>[] {
  const ourLand = unionOf(ours.map(({ geometry }) => sheetOf(geometry)));
  const near = reach(ourLand);
  const around = neighbours
    .map((one) => ({ one, sheet: sheetOf(one.geometry) }))
    .filter(({ sheet }) => intersection(sheet, near).length > 0);
  const land = unionOf([ourLand, ...around.map(({ sheet }) => sheet)]);
  const shells = land.filter((path) => Clipper.isPositive(path));
  const closed = offset(offset(shells, CLOSE_DEGREES), -CLOSE_DEGREES);
  const open = minus(closed, land).filter((path) => Clipper.isPositive(path));
  return open.flatMap((path): Area<P>[] => {
    const touch = offset([path], TOUCH_DEGREES);
    const owner = around.find(({ sheet }) => intersection(sheet, touch).length > 0);
    if (!owner || intersection(ourLand, touch).length === 0) return [];
    return [{ ...owner.one, geometry: geometryOf([path]) }];
  });
}

const offset = (paths: Paths64, by: number): Paths64 =>
  Clipper.inflatePaths(paths, degrees(by), JoinType.Miter, EndType.Polygon, 2);

/** Our land and as much around it as a gap can be wide. */
const reach = (land: Paths64): Paths64 => offset(land, 2 * CLOSE_DEGREES);
