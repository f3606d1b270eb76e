/** What axe cannot tell, judged by what is painted: the contrast of text whose background is a picture, or a gradient. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { coloursStill } from "./axe.ts";

/** Of a text's background so many in a hundred of its pixels may be worse: a mark's rim that a stroke of a letter crosses. */
const WORST_PERCENT = 2;
/** WCAG's own: text from 24 px, or from 18.66 px in bold, is large. */
const NEED = { large: 3, text: 4.5 } as const;

type Text = {
  at: string;
  color: string;
  need: number;
  boxes: { x: number; y: number; w: number; h: number }[];
};

/** Texts of which axe is unsure and which are fainter on what is painted beneath them than WCAG 2.2 AA allows, with how much. */
export async function faintOnPicture(page: Page): Promise<{ judged: number; faint: string[] }> {
  await coloursStill(page);
  const { incomplete } = await new AxeBuilder({ page })
    .options({ runOnly: ["color-contrast"] })
    .setLegacyMode(true)
    .analyze();
  const targets = incomplete.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(" ")));
  const texts = await textsOf(page, targets);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "*, *::before, *::after { color: transparent !important; transition: none !important; }",
    );
    document.adoptedStyleSheets = [sheet];
  });
  const png = await page.screenshot({ scale: "css" });
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  const ratios = await ratiosOn(page, png, texts);
  const faint = texts.flatMap(({ at, need }, index) => {
    const ratio = ratios[index] ?? 0;
    return ratio < need ? [`${at}: ${ratio.toFixed(2)} of ${need}`] : [];
  });
  return { judged: texts.length, faint };
}

/** Their text in its colour, and where each line of it stands within the window. */
const textsOf = (page: Page, targets: readonly string[]): Promise<Text[]> =>
  page.evaluate(
    ({ targets, need }) =>
      targets.flatMap((target) => {
        const element = document.querySelector<HTMLElement>(target);
        if (!element?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
        const style = getComputedStyle(element);
        const size = Number.parseFloat(style.fontSize);
        const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        const boxes = [...element.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
          .flatMap((node) => {
            const range = document.createRange();
            range.selectNodeContents(node);
            return [...range.getClientRects()];
          })
          // Of a line's height the glyphs fill no more than the middle; above it a mark may stand.
          .map(({ x, y, width: w, height: h }) => ({ x, y: y + h / 5, w, h: (h * 3) / 5 }));
        const text = element.textContent?.trim().slice(0, 12);
        return boxes.length === 0
          ? []
          : [{ at: `${target} ${text}`, color: style.color, need: isLarge ? need.large : need.text, boxes }];
      }),
    { targets: [...targets], need: NEED },
  );

/** Of each text against what stands beneath it in a picture of the window: nearly the worst that there is. */
const ratiosOn = (page: Page, png: Buffer, texts: readonly Text[]): Promise<number[]> =>
  page.evaluate(
    async ({ encoded, texts, worst }) => {
      const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext("2d", { willReadFrequently: true });
      if (!context) throw new Error("no 2D canvas");
      context.drawImage(bitmap, 0, 0);
      const linear = (part: number) =>
        part <= 0.04045 * 255 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
      const luminance = (r = 0, g = 0, b = 0) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
      const ink = new OffscreenCanvas(1, 1).getContext("2d");
      if (!ink) throw new Error("no 2D canvas");
      return texts.map(({ color, boxes }) => {
        ink.fillStyle = color;
        ink.fillRect(0, 0, 1, 1);
        const [r, g, b] = ink.getImageData(0, 0, 1, 1).data;
        const own = luminance(r, g, b);
        const ratios = boxes.flatMap(({ x, y, w, h }) => {
          const { data } = context.getImageData(Math.floor(x), Math.floor(y), Math.ceil(w), Math.ceil(h));
          return Array.from({ length: data.length / 4 }, (_, at) => {
            const ground = luminance(data[at * 4], data[at * 4 + 1], data[at * 4 + 2]);
            return (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05);
          });
        });
        return ratios.sort((a, c) => a - c)[Math.floor((ratios.length * worst) / 100)] ?? 0;
      });
    },
    { encoded: png.toString("base64"), texts: [...texts], worst: WORST_PERCENT },
  );
