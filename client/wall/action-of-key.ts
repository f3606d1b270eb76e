import type { Action, Show } from "#domain/wall/show.ts";

export type WallPanel = "settings" | "pairing" | "help";
/** A key moves the show, or opens and shuts a panel of the presenter's. */
export type Pressed = { action: Action } | { panel: WallPanel } | { close: true };

/** PageUp and PageDown are what a presenter's clicker sends. */
const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
};
const PANELS: Readonly<Record<string, WallPanel>> = { e: "settings", r: "pairing", "?": "help" };

/**
 * What a key means; null where it means nothing by itself, as digits do (use-keys.ts). `open`: a panel is open, so
 * that Escape shuts it before it hands back.
 */
export function pressed(key: string, show: Show, open: boolean): Pressed | null {
  const by = STEPS[key];
  if (by !== undefined) return { action: { do: "step", by } };
  if (key === " ") return { action: { do: show.held ? "tour" : "hold" } };
  if (key === "Home") return { action: { do: "go", scene: "whole" } };
  if (key === "Escape") {
    if (open) return { close: true };
    return { action: show.item === null ? { do: "tour" } : { do: "item", id: null } };
  }
  const panel = PANELS[key.toLowerCase()];
  if (panel) return { panel };
  return key.toLowerCase() === "m" ? { action: { do: "replay" } } : null;
}
