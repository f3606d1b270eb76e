/** The map and the first picture in its place, laid bare of what floats over them; and the names in the picture. */
import type { Page } from "playwright-core";
import type { Patch } from "./compare-pictures.ts";

type Edges = { left: number; top: number; right: number; bottom: number };
/** Common area of two boxes of lines, px²: of the lines' height the glyphs fill no more than the middle. */
export function common(a: Edges, b: Edges): number {
  const inked = ({ left, top, right, bottom }: Edges) => ({ left, right, top: top + 2, bottom: bottom - 2 });
  const [one, other] = [inked(a), inked(b)];
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 1 && down > 0 ? across * down : 0;
}

/** The map's cell with nothing over the map, or over the first picture in its place. */
export async function bareShot(page: Page, clip: Patch, what: "map" | "picture"): Promise<Buffer> {
  await page.evaluate((wanted) => {
    for (const element of document.querySelectorAll<HTMLElement>("#map-cell > *, .map-controls")) {
      const isMap = element.classList.contains("map-layer");
      element.style.visibility = isMap && wanted === "map" ? "visible" : "hidden";
    }
    const picture = document.getElementById("first-picture");
    if (picture) picture.hidden = wanted === "map";
  }, what);
  return page.screenshot({ clip });
}

export const squeezed = (text: string) => text.replace(/\s/g, "");

/** Each name that the first picture shows at this width, with all its lines, and where it stands. */
export async function labels(page: Page) {
  const found = await page.evaluate(() => {
    const blocks = new Set(
      [...document.querySelectorAll("#first-picture text")].map((text) => text.parentElement),
    );
    return [...blocks].flatMap((block) => {
      if (!block) return [];
      const lines = [...block.querySelectorAll("text")];
      const boxes = lines.map((line) => line.getBoundingClientRect());
      return [
        {
          text: lines.map((line) => line.textContent).join(""),
          box: {
            left: Math.min(...boxes.map(({ left }) => left)),
            top: Math.min(...boxes.map(({ top }) => top)),
            right: Math.max(...boxes.map(({ right }) => right)),
            bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
          },
        },
      ];
    });
  });
  // Those for other widths of window have no box (geo/picture/bands.ts).
  return found
    .filter(({ box }) => box.right > box.left)
    .map(({ text, box }) => ({ text: squeezed(text), box }));
}
