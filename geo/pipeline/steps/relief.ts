import { writeFileSync } from "node:fs";
import { feature } from "topojson-client";
import { THEMES } from "#domain/view.ts";
import { RELIEF_BBOX } from "#geo/ground.ts";
import { dataFile, readTopology } from "#geo/read.ts";
import { gridOver } from "../grid.ts";
import { sharp } from "../packages.ts";
import { shadeField } from "../relief-field.ts";
import { paintRelief } from "../relief-paint.ts";
import { pathOf, renderPng } from "../svg.ts";

const WIDTH = 940;

/** `relief-light.webp`, `relief-dark.webp`: shading inside the region, transparent elsewhere. */
export async function makeRelief(): Promise<void> {
  const grid = gridOver(RELIEF_BBOX, WIDTH);
  const { width, height } = grid;
  const topology = readTopology("hi");
  const region = feature(topology, topology.objects.province).features.map(({ geometry }) =>
    pathOf(grid, geometry),
  );
  const shape = renderPng(grid, `<path fill="#fff" fill-rule="evenodd" d="${region.join("")}"/>`);
  const rgba = await sharp(shape).ensureAlpha().raw().toBuffer();
  const mask = new Uint8Array(width * height).map((_, index) => rgba[index * 4 + 3] ?? 0);
  const shade = await shadeField(grid);
  for (const theme of THEMES) {
    const picture = sharp(paintRelief(shade, theme, mask), { raw: { width, height, channels: 4 } });
    const bytes = await picture.webp({ quality: 60, alphaQuality: 70, effort: 6 }).toBuffer();
    writeFileSync(dataFile(`relief-${theme}.webp`), bytes);
  }
}
