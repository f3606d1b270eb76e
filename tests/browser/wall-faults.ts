import type { Page } from "playwright-core";

/** Least size of what must be read, and least distance of it from a seam, in 1/1080 of the screen's height. */
const LEAST = 24;
/** The same of a name on the map, where there is so little room; about its glyphs a line's height has more. */
const NAME_OFF = 2;
/** Whose the map is may be small: it is for who comes near. */
const SMALL_PRINT = ".wall-credits";
/** What is of any length ends in dots where its line does. */
const SHORTENED = ".wall-shortened";
type Edges = { left: number; top: number; right: number; bottom: number };
type Name = { text: string; box: Edges };
/** The panels that stand always; what a hand has called up may lie on them. */
const PANELS = [".wall-title", ".wall-story", ".wall-ranking", ".wall-news", ".wall-key", ".wall-strip"];

/**
 * What a reader six metres away would miss in the panels: text that is too small, is cut, runs out of the window or
 * out of its panel, lies on other text, on a name of the map or on a seam. Empty where all is well.
 */
export function faultsOf(page: Page, names: readonly Name[] = []): Promise<string[]> {
  return page.evaluate(
    ({ least, nameOff, smallPrint, shortened, panels, names }) => {
      const u = Math.min(innerHeight / 1080, innerWidth / 1920);
      const wall = document.querySelector<HTMLElement>(".wall");
      if (!wall) throw new Error("no wall");
      const faults: string[] = [];
      // Of a line's height the glyphs fill no more than the middle.
      const inked = ({ left, top, width, height }: DOMRect) =>
        new DOMRect(left, top + height / 5, width, (height * 3) / 5);
      const texts = panels.flatMap((panel) => {
        const root = document.querySelector(panel);
        if (!root) return [];
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walker.nextNode()) {
          const element = walker.currentNode.parentElement;
          const words = walker.currentNode.textContent?.trim() ?? "";
          if (!element || words === "" || !element.checkVisibility({ visibilityProperty: true })) continue;
          const range = document.createRange();
          range.selectNodeContents(walker.currentNode);
          const whole = element.closest(shortened)?.getBoundingClientRect();
          for (const line of range.getClientRects()) {
            const box = inked(line);
            if (whole && box.left >= whole.right) continue;
            if (whole) box.width = Math.min(box.right, whole.right) - box.left;
            found.push({ panel, words, element, box });
          }
        }
        return found;
      });
      const inside = (box: DOMRect, outer: DOMRect) =>
        box.left >= outer.left - 1 &&
        box.right <= outer.right + 1 &&
        box.top >= outer.top - 1 &&
        box.bottom <= outer.bottom + 1;
      const screen = new DOMRect(0, 0, innerWidth, innerHeight);
      const strip = document.querySelector(".wall-strip")?.getBoundingClientRect() ?? screen;
      const columns = Number(wall.dataset.columns);
      const rows = Number(wall.dataset.rows);
      const seams = {
        x: Array.from({ length: columns - 1 }, (_, at) => ((at + 1) * innerWidth) / columns),
        y: Array.from({ length: rows - 1 }, (_, at) => ((at + 1) * innerHeight) / rows),
      };
      const isOnSeam = (box: Edges, off: number) =>
        seams.x.some((x) => box.left < x + off * u && box.right > x - off * u) ||
        seams.y.some((y) => box.top < y + off * u && box.bottom > y - off * u);
      for (const { panel, words, element, box } of texts) {
        const size = Number.parseFloat(getComputedStyle(element).fontSize) / u;
        const isSmallPrint = element.closest(smallPrint) !== null;
        if (size < least - 0.01 && !isSmallPrint) faults.push(`${words}: ${size.toFixed(1)} u`);
        if (!inside(box, screen)) faults.push(`${words}: out of the window`);
        if (panel !== ".wall-strip" && box.bottom > strip.top) faults.push(`${words}: under the strip`);
        if (isOnSeam(box, least) && !isSmallPrint) faults.push(`${words}: on a seam`);
        for (let outer: HTMLElement | null = element; outer && outer !== wall; outer = outer.parentElement) {
          if (getComputedStyle(outer).overflow === "visible") continue;
          if (!inside(box, outer.getBoundingClientRect())) faults.push(`${words}: cut`);
        }
      }
      const meet = (a: Edges, b: Edges) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
        Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top);
      for (const { text, box } of names) {
        if (isOnSeam(box, nameOff)) faults.push(`${text} of the map: on a seam`);
        const on = texts.find((one) => meet(one.box, box));
        if (on) faults.push(`${on.words} on ${text} of the map`);
      }
      texts.forEach((one, index) => {
        for (const other of texts.slice(index + 1)) {
          if (one.element === other.element) continue;
          if (meet(one.box, other.box)) faults.push(`${one.words} on ${other.words}`);
        }
      });
      return faults;
    },
    {
      least: LEAST,
      nameOff: NAME_OFF,
      smallPrint: SMALL_PRINT,
      shortened: SHORTENED,
      panels: PANELS,
      names: [...names],
    },
  );
}
