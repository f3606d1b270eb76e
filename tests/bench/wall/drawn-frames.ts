import type { Page } from "playwright-core";

declare global {
  interface Window {
    /** When each animation frame was begun in which a map drew, ms. */
    drawnFrames: number[];
  }
}

/** Has a page note the frames that a map draws in, whoever's map it is; to be called before it loads. */
export const noteDrawnFrames = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.drawnFrames = [];
    // Every frame of MapLibre's clears its canvas; all that is drawn in one frame is drawn at one time.
    const { clear } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.clear = function (mask) {
      const now = Number(document.timeline.currentTime);
      if (window.drawnFrames.at(-1) !== now) window.drawnFrames.push(now);
      clear.call(this, mask);
    };
  });
