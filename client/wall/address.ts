import { formatWall, parseWall, type WallAddress } from "#domain/wall/address.ts";
import { defaultTour, formatTour, parseTour, type Stop } from "#domain/wall/tour.ts";
import { regions } from "../data/regions.ts";

/** Where a screen keeps the list of scenes that is its own, where its address names none. */
const KEPT = "wall-tour";

export const address: WallAddress = parseWall(location.search);

/** A hold lasts so long in which no hand is at the wall, minutes and ms. */
export const HOLD_MINUTES = address.hold ?? 10;
export const HOLD_MS = HOLD_MINUTES * 60_000;

/** The tour of the address, else the screen's own, else every scene. */
export const firstTour = (): Stop[] => address.tour ?? parseTour(kept()) ?? defaultTour(regions);

/** A browser may forbid storage: then a screen has no list of its own. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** False where the browser does not keep it. null: forget it. */
export function keepTour(tour: readonly Stop[] | null): boolean {
  try {
    if (tour === null) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, formatTour(tour));
    return true;
  } catch {
    return false;
  }
}

/** Address that opens this wall with a tour; null: with every scene, or the screen's own. */
export function addressWith(tour: readonly Stop[] | null): string {
  const query = formatWall({ ...address, tour: tour && [...tour], scene: null });
  return `${location.origin}${location.pathname}${query === "" ? "" : `?${query}`}`;
}

export const writeAddress = (tour: readonly Stop[] | null): void =>
  history.replaceState(null, "", addressWith(tour));
