import { useSyncExternalStore } from "react";
import type { View } from "#domain/view.ts";
import { afterFrame } from "../after-frame.ts";
import { currentView, onView } from "./address.ts";

let shown = currentView();
let callOff = () => {};
const listeners = new Set<() => void>();

// Subscribed before any component: what the panels show has changed by the time they are told.
onView(() => {
  callOff();
  if (currentView().measure === shown.measure) shown = currentView();
  else callOff = afterFrame(follow);
});

function follow(): void {
  shown = currentView();
  for (const listener of listeners) listener();
}

export function onPanelView(listener: () => void): () => void {
  listeners.add(listener);
  const stop = onView(listener);
  return () => {
    listeners.delete(listener);
    stop();
  };
}

/**
 * The view as the panels beside the map show it. Of a new measure the map's colours are what was asked for: they
 * come first, and rows, bars and counts with the frame after.
 */
export const panelView = (): View => shown;
export const usePanelView = (): View => useSyncExternalStore(onPanelView, panelView);
