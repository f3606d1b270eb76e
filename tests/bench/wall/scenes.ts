import type { Page } from "playwright-core";
import type { GlObjects } from "./gl-objects.ts";

declare global {
  interface Window {
    wallScenes: {
      /** Scenes that have stood since the page came. */
      count: number;
      /** WebGL objects at each coming to rest of the map in `scene`, and after how many scenes. */
      rounds: { count: number; gl: GlObjects }[];
      /** Holds the tour at the first `scene` after so many; resolves with the count when the map is at rest there. */
      holdAt: (count: number) => Promise<number>;
      /** Hands back to the tour. */
      goOn: () => void;
    };
  }
}

/** Has a wall's page count its scenes, and its WebGL objects in one of them; to be called before it loads. */
export const countScenes = (page: Page, scene: string): Promise<unknown> =>
  page.addInitScript((wanted) => {
    let at = Number.POSITIVE_INFINITY;
    let shown = "";
    let isCounted = true;
    let held = (_count: number) => {};
    const press = (key: string) => window.dispatchEvent(new KeyboardEvent("keydown", { key }));
    const look = () => {
      const { wallScenes, glObjects } = window;
      const wall = document.querySelector<HTMLElement>(".wall");
      if (wall?.dataset.scene === undefined) return;
      if (wall.dataset.scene !== shown) {
        shown = wall.dataset.scene;
        wallScenes.count += 1;
        isCounted = shown !== wanted;
        if (wallScenes.count >= at && !isCounted && wall.dataset.held !== "true") press(" ");
      }
      if (wall.querySelector(".one-map-gl")?.ariaBusy !== "false") return;
      if (!isCounted) wallScenes.rounds.push({ count: wallScenes.count, gl: { ...glObjects } });
      isCounted = true;
      if (wall.dataset.held === "true") held(wallScenes.count);
    };
    window.wallScenes = {
      count: 0,
      rounds: [],
      holdAt: (count) => {
        at = count;
        return new Promise((resolve) => {
          held = resolve;
        });
      },
      goOn: () => {
        at = Number.POSITIVE_INFINITY;
        held = () => {};
        press("Escape");
      },
    };
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      attributeFilter: ["data-scene", "data-held", "aria-busy"],
    });
  }, scene);
