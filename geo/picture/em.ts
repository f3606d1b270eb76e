/** One em is the size of a league's name: 13 px at zoom 4, 17 at 5, 22 at 7 and nearer (VISUAL.md). */
export function emPx(zoom: number): number {
  const near = 2 ** (zoom - 4);
  return Math.max(10.5, Math.min(9 + 4 * near, 15.33 + 0.833 * near, 22));
}

/** Of a line's name from afar, px, at every zoom: panels leave it little room, and its second line is still to be read. */
export const LINE_NAME_PX = 13;
/** How much higher a port's name stands on a wall over a city that is shown for itself, em: clear of its outline. */
export const portLiftEm = (region: string): number => (region.endsWith("00") ? 0 : 0.8);
/** Of the unit after a league's value, em; from six metres nothing on the map may be smaller than the panels' least text. */
export const unitEm = (afar = false): number => (afar ? 0.9 : 0.72);

/** Radius of marks in em: their size on the map. */
export const MARK_EM = {
  item: 0.56,
  badge: 0.87,
  port: 0.66,
  minorPort: 0.33,
  hub: 0.56,
  ring: 0.95,
} as const;
/** A hub stands on its dam, above the ground, so that a project at the same place is seen below it. */
export const HUB_RAISE_EM = 0.5;

/** Names are placed anew three times a zoom level: four levels about the nominal size are more than all windows. */
const STEPS = Array.from({ length: 25 }, (_, index) => (index - 12) / 3);
export const placedAnew = (nominalZoom: number): number[] => STEPS.map((step) => nominalZoom + step);
