import { useSyncExternalStore } from "react";
import type { View } from "#domain/view.ts";
import { afterFrames } from "../after-frame.ts";
import { currentView, onView } from "./address.ts";

/** Frames that come before a panel's own, of a change from the view it shows to the one asked for. */
type FramesBefore = (shown: View, asked: View) => number;

/** A view some frames behind the one asked for, that what was asked for first has a frame to itself. */
function following(framesBefore: FramesBefore) {
  let shown = currentView();
  let callOff = () => {};
  const listeners = new Set<() => void>();
  const follow = () => {
    shown = currentView();
    for (const listener of listeners) listener();
  };
  // Subscribed before any component: what the panels show has changed by the time they are told.
  onView(() => {
    callOff();
    const frames = framesBefore(shown, currentView());
    if (frames === 0) shown = currentView();
    else callOff = afterFrames(frames, follow);
  });
  return {
    shown: () => shown,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      const stop = onView(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
  };
}

/** Of a new measure the map's colours are what was asked for: rows and counts come with the frame after. */
export const listView = following((shown, asked) => (asked.measure === shown.measure ? 0 : 1));
export const useListView = (): View => useSyncExternalStore(listView.subscribe, listView.shown);

/** Of a new region the list comes first, then the map; tree, counts, legend and bar say where they are after both. */
export const panelView = following((shown, asked) => {
  if (asked.measure !== shown.measure) return 1;
  return asked.region === shown.region ? 0 : 2;
});
export const usePanelView = (): View => useSyncExternalStore(panelView.subscribe, panelView.shown);
