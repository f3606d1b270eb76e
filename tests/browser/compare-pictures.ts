import type { Page } from "playwright-core";

/** CSS pixels from the upper left of both pictures. */
export type Patch = { x: number; y: number; width: number; height: number };
export type Shift = { dx: number; dy: number };

/**
 * For each patch the whole-pixel shift, up to `reach`, under which the second picture fits the first best (least
 * sum of absolute differences over red, green and blue). Both are PNG of one size and lie `reach` px or more
 * beyond every patch. `page` lends its browser's decoder and may show anything.
 */
export async function bestShifts(
  page: Page,
  pictures: readonly [Buffer, Buffer],
  patches: readonly Patch[],
  reach: number,
): Promise<Shift[]> {
  const encoded = pictures.map((png) => png.toString("base64"));
  return page.evaluate(
    async ({ encoded, patches, reach }) => {
      const decode = async (text: string) => {
        const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext("2d");
        if (!context) throw new Error("no 2D canvas");
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, bitmap.width, bitmap.height);
      };
      const [a, b] = await Promise.all(encoded.map(decode));
      if (!a || !b || a.width !== b.width || a.height !== b.height) throw new Error("two sizes");
      const differ = (patch: (typeof patches)[number], dx: number, dy: number) => {
        let sum = 0;
        for (let y = Math.round(patch.y); y < patch.y + patch.height; y += 1) {
          for (let x = Math.round(patch.x); x < patch.x + patch.width; x += 1) {
            const from = (y * a.width + x) * 4;
            const to = ((y + dy) * a.width + x + dx) * 4;
            for (let part = 0; part < 3; part += 1) {
              sum += Math.abs((a.data[from + part] ?? Number.NaN) - (b.data[to + part] ?? Number.NaN));
            }
          }
        }
        return sum;
      };
      return patches.map((patch) => {
        let best = { dx: 0, dy: 0, sum: Number.POSITIVE_INFINITY };
        for (let dy = -reach; dy <= reach; dy += 1) {
          for (let dx = -reach; dx <= reach; dx += 1) {
            const sum = differ(patch, dx, dy);
            if (sum < best.sum) best = { dx, dy, sum };
          }
        }
        if (best.sum === Number.POSITIVE_INFINITY) throw new Error("a patch lies outside its picture");
        return { dx: best.dx, dy: best.dy };
      });
    },
    { encoded, patches: [...patches], reach },
  );
}
