import { useSyncExternalStore } from "react";
import type { ItemRow } from "#domain/query.ts";
import type { Hovered } from "../map/map-props.ts";

/**
 * What the pointer is on, in map, tree or list. It is no part of the view and of no URL; it lives outside
 * React's state so that a moving pointer redraws the two rows concerned and nothing else.
 */
let hovered: Hovered = null;
const listeners = new Set<() => void>();

const same = (a: Hovered, b: Hovered) => JSON.stringify(a) === JSON.stringify(b);

export function setHovered(next: Hovered): void {
  if (same(hovered, next)) return;
  hovered = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** An item in a list: its regions come with it, for the map to outline where it has no mark. */
export const pointAtItem = ({ id, regions }: Pick<ItemRow, "id" | "regions">): void =>
  setHovered({ kind: "item", id, regions });

export const useHovered = (): Hovered => useSyncExternalStore(subscribe, () => hovered);

export const useRegionHovered = (code: string): boolean =>
  useSyncExternalStore(subscribe, () => hovered?.kind === "region" && hovered.code === code);

export const useItemHovered = (id: string): boolean =>
  useSyncExternalStore(subscribe, () => hovered?.kind === "item" && hovered.id === id);
