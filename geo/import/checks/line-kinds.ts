import type { Position } from "geojson";
import { distanceKm } from "#geo/question/distance-km.ts";
import { lengthKm } from "#geo/question/length-km.ts";
import type { AdminTopology, Detail, LineKind } from "#geo/topology.ts";
import { linesOf, nationalBorder } from "../national-border.ts";
import { ImportRefusal } from "../refusal.ts";

/** National border that may lie where the present set has a province's: what two sources differ by at its ends. */
const MOST_STRAY_KM = 5;
/**
 * The national border may grow by this much more than the whole outer border does. A finer survey of its rivers
 * makes it longer; a province's border taken for it does too, and is found first by where it lies.
 */
const MOST_GROWTH_PERCENT = 10;

/** Refuses lines of which a part changed its kind: another province's border must not be drawn as the nation's. */
export function checkLineKinds(rebuilt: AdminTopology, present: AdminTopology, detail: Detail): void {
  const stray = strayKm(rebuilt, present);
  if (stray > MOST_STRAY_KM) {
    throw new ImportRefusal(
      `The rebuild (${detail}) draws ${stray.toFixed(1)} km of a province's border as the national one.`,
    );
  }
  const [after, before] = [nationShare(rebuilt), nationShare(present)];
  const percent = 100 * (after / before - 1);
  if (percent > MOST_GROWTH_PERCENT) {
    throw new ImportRefusal(
      `The rebuild (${detail}) makes the national border ${percent.toFixed(1)} % longer than the outer border's growth explains.`,
    );
  }
}

/** Length of the national border that lies nearer to a province's border of the present set than to its national one. */
function strayKm(rebuilt: AdminTopology, present: AdminTopology): number {
  const isNational = nationalBorder(present);
  let km = 0;
  for (const line of linesOf(rebuilt, "nation")) {
    for (const [index, to] of line.slice(1).entries()) {
      const from = line[index] ?? to;
      if (!isNational(middle(from, to))) km += distanceKm(from, to);
    }
  }
  return km;
}

/** Of the outer border's length. */
function nationShare(topology: AdminTopology): number {
  const km = (kind: LineKind) => lengthKm({ type: "MultiLineString", coordinates: linesOf(topology, kind) });
  return km("nation") / (km("nation") + km("prov"));
}

const middle = ([x = 0, y = 0]: Position, [toX = 0, toY = 0]: Position): Position => [
  (x + toX) / 2,
  (y + toY) / 2,
];
