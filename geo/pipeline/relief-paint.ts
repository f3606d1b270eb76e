import type { Theme } from "#domain/look/palette.ts";

/** Colours of shadow and light and their greatest opacity (VISUAL.md, relief). */
const PAINT: Record<Theme, { shadow: Tint; light: Tint }> = {
  light: { shadow: { rgb: [62, 58, 66], alpha: 0.46 }, light: { rgb: [255, 255, 255], alpha: 0.6 } },
  dark: { shadow: { rgb: [2, 8, 22], alpha: 0.62 }, light: { rgb: [150, 178, 220], alpha: 0.16 } },
};
type Tint = { rgb: readonly [number, number, number]; alpha: number };

/** RGBA bytes of a shading; `mask` (0–255 per pixel) limits it to a shape. */
export function paintRelief(shade: Float32Array, theme: Theme, mask?: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(shade.length * 4);
  for (const [index, value] of shade.entries()) {
    const { rgb, alpha } = value < 0 ? PAINT[theme].shadow : PAINT[theme].light;
    const cover = mask === undefined ? 1 : (mask[index] ?? 0) / 255;
    bytes.set([...rgb, Math.round(Math.abs(value) * alpha * cover * 255)], index * 4);
  }
  return bytes;
}
