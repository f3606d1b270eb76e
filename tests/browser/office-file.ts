import { strFromU8, unzipSync } from "fflate";
import { expect } from "vitest";

/** An Office file with the words in its main part, and with the map's picture and no other. */
export function expectOfficeFile(file: Uint8Array, main: string, words: string): void {
  const parts = unzipSync(file);
  const said = [...strFromU8(parts[main] ?? new Uint8Array()).matchAll(/<[aw]:t(?: [^>]*)?>([^<]*)</g)];
  expect(said.map(([, text]) => text).join("")).toContain(words);
  const [picture = new Uint8Array(), ...others] = Object.entries(parts)
    .filter(([name]) => /\/media\/.*\.png$/.test(name))
    .map(([, bytes]) => bytes);
  expect(others).toEqual([]);
  const head = Buffer.from(picture);
  // 156 × 132 mm: the map alone on a slide, the whole figure in a circular.
  const [width, height] = [head.readUInt32BE(16), head.readUInt32BE(20)];
  expect(width).toBeGreaterThan(900);
  expect(height).toBeGreaterThan(600);
  // A blank one is some kilobytes.
  expect(picture.length).toBeGreaterThan(50_000);
}
