import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plainRaster } from "../../../client/map/plain-rasters.ts";

const library = readFileSync(new URL(import.meta.resolve("maplibre-gl")), "utf8");
/** MapLibre's fragment shaders as it holds them: texts that write a colour. */
const shaders = [...library.matchAll(/`([^`]*?void main\(\)[^`]*)`/g)]
  .map(([, text = ""]) => text)
  .filter((text) => text.includes("fragColor="));

test("MapLibre's shader of rasters reads its picture once and changes no colour", () => {
  const rasters = shaders.filter((text) => plainRaster(text) !== text);
  expect(rasters).toHaveLength(1);
  const [declared = "", main] = plainRaster(rasters[0] ?? "").split("void main()");
  expect(main).toBe("{fragColor=texture(u_image0,v_pos0.xy)*u_opacity;}");
  for (const name of ["u_image0", "v_pos0", "u_opacity"]) expect(declared).toContain(name);
});

test("every other shader is let be", () => {
  expect(shaders.length).toBeGreaterThan(10);
  expect(shaders.filter((text) => plainRaster(text) === text)).toHaveLength(shaders.length - 1);
});
