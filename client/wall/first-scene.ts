import type { Stop } from "#domain/wall/tour.ts";
import { address } from "./address.ts";

/** Where a page that makes way for a newer one leaves the scene that was to come. */
const NEXT = "wall-next";

/** A browser may forbid storage: then the newer page begins its tour anew. */
export function openNextWith(scene: string): void {
  try {
    sessionStorage.setItem(NEXT, scene);
  } catch {}
}

/** The scene that was to come, else the address's own, which is held, else the tour's first. */
export function firstScene(tour: readonly Stop[]): { scene: string; held: boolean } {
  const left = takeNext();
  if (left !== null) return { scene: left, held: false };
  return { scene: address.scene ?? tour[0]?.scene.id ?? "whole", held: address.scene !== null };
}

function takeNext(): string | null {
  try {
    const left = sessionStorage.getItem(NEXT);
    sessionStorage.removeItem(NEXT);
    return left;
  } catch {
    return null;
  }
}
