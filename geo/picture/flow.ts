/** Which way a line runs: chevrons along it, as on the map. */
import type { CorridorKind } from "#domain/place.ts";
import { smoothPath } from "../drawn/corridors.ts";
import { emPx } from "./em.ts";
import { type Frame, gridHeight, gridUnits, reachOf } from "./frame.ts";

type Dot = [x: number, y: number];

/** Power, gas and water go one way; a road or a railway goes both. */
const DIRECTED: readonly CorridorKind[] = ["uhv", "gas", "water"];
export const isDirected = (kind: CorridorKind): boolean => DIRECTED.includes(kind);

/** From one chevron to the next, px of the nominal size: the map's own. */
const SPACING_PX = 150;
/** From a chevron's tip to its open ends, along the line and on either side of it, in em of a league's name. */
const LENGTH_EM = 0.3;
const SPREAD_EM = 0.27;

/**
 * One SVG path of all chevrons of a line whose `dots` lie on the frame's grid, in the order that the source gives
 * them: evenly along its curve, at least one, in its middle. Those that no window shows are left out.
 */
export function flowPath(dots: readonly Dot[], frame: Frame): string {
  const curve = smoothPath([...dots]);
  const legs = curve.slice(1).map((to, index) => {
    const from = curve[index] ?? to;
    return { from, to, length: Math.hypot(to[0] - from[0], to[1] - from[1]) };
  });
  const whole = legs.reduce((sum, { length }) => sum + length, 0);
  if (whole === 0) return "";
  const count = Math.max(1, Math.round(whole / gridUnits(frame, SPACING_PX)));
  const em = gridUnits(frame, emPx(frame.nominal.zoom));
  let path = "";
  let passed = 0;
  let next = 0;
  for (const { from, to, length } of legs) {
    for (; next < count && ((next + 0.5) * whole) / count < passed + length; next += 1) {
      const share = (((next + 0.5) * whole) / count - passed) / length;
      const along: Dot = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
      const at: Dot = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
      if (isReached(at, frame)) path += chevron(at, along, em);
    }
    passed += length;
  }
  return path;
}

function chevron([x, y]: Dot, [alongX, alongY]: Dot, em: number): string {
  const half = (LENGTH_EM * em) / 2;
  const spread = SPREAD_EM * em;
  const text = (forward: number, aside: number) =>
    `${Math.round(x + alongX * forward - alongY * aside)} ${Math.round(y + alongY * forward + alongX * aside)}`;
  return `M${text(-half, spread)}L${text(half, 0)}L${text(-half, -spread)}`;
}

function isReached([x, y]: Dot, frame: Frame): boolean {
  const { left, top, right, bottom } = reachOf(frame);
  const height = gridHeight(frame);
  return x >= left * frame.grid && x <= right * frame.grid && y >= top * height && y <= bottom * height;
}
