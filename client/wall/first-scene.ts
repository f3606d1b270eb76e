import { sceneOf, WHOLE } from "#domain/wall/scene.ts";
import { type Show, zShow } from "#domain/wall/show.ts";
import type { Stop } from "#domain/wall/tour.ts";
import { address } from "./address.ts";

/** Where a page that makes way for a newer one leaves the scene that was to come. */
const NEXT = "wall-next";
const zStanding = zShow.pick({ scene: true, held: true });
export type Standing = Pick<Show, "scene" | "held">;

/** The scene whose picture comes with this address, before any script (server/http/page-route.ts). */
export const PICTURED = sceneOf(address.scene ?? address.tour?.[0]?.scene.id ?? "") ?? WHOLE;

/** A browser may forbid storage: then the newer page begins its tour anew. */
export function openNextWith({ scene, held }: Standing): void {
  try {
    sessionStorage.setItem(NEXT, JSON.stringify({ scene, held }));
  } catch {}
}

/** The scene that was to come, else the address's own, which is held, else the tour's first. */
export function firstScene(tour: readonly Stop[]): Standing {
  const left = takeNext();
  if (left !== null) return left;
  return { scene: address.scene ?? tour[0]?.scene.id ?? "whole", held: address.scene !== null };
}

function takeNext(): Standing | null {
  try {
    const left: unknown = JSON.parse(sessionStorage.getItem(NEXT) ?? "null");
    sessionStorage.removeItem(NEXT);
    return zStanding.parse(left);
  } catch {
    return null;
  }
}
