import type { Page } from "playwright-core";

declare global {
  interface Window {
    /** Puts a word over `place` with the frame that is being drawn: resolves with when that frame was on screen. */
    onScreen: (place: Element) => Promise<number>;
    /** Takes the words away again, some time before what is timed next. */
    clearWords: () => void;
  }
}

/**
 * Gives a page `onScreen`, before it loads. A canvas is drawn on when its commands are written, long before they are
 * carried out where there is no graphics card; the browser says when a frame was on screen only of the elements in
 * it. So each drawn frame that is to be timed takes a word along, and within the part of the page that it is about:
 * a browser draws the one rectangle round all that changed, and a word elsewhere would make it the whole window.
 */
export const addOnScreen = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const told = new Map<string, (time: number) => void>();
    let count = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        identifier: string;
        renderTime: number;
      })[]) {
        told.get(entry.identifier)?.(entry.renderTime);
        told.delete(entry.identifier);
      }
    }).observe({ type: "element" });
    const words: Element[] = [];
    window.clearWords = () => {
      for (const word of words.splice(0)) word.remove();
    };
    window.onScreen = (place) => {
      count += 1;
      const name = `frame-${count}`;
      const word = document.createElement("p");
      word.textContent = name;
      word.setAttribute("elementtiming", name);
      const { left, top } = place.getBoundingClientRect();
      word.style.cssText = `position:fixed;z-index:99;left:${left}px;top:${top}px;margin:0;font-size:9px`;
      document.body.append(word);
      words.push(word);
      return new Promise<number>((resolve) => told.set(name, resolve));
    };
  });
