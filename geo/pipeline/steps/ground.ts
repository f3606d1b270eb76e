import { readFileSync, writeFileSync } from "node:fs";
import type { FeatureCollection, Geometry, LineString, MultiLineString, Polygon } from "geojson";
import { feature } from "topojson-client";
import { PALETTE, type Theme } from "#domain/look/palette.ts";
import { THEMES } from "#domain/view.ts";
import { GROUND_BBOX } from "#geo/ground.ts";
import { dataFile, readTopology } from "#geo/read.ts";
import { type Grid, gridOver } from "../grid.ts";
import { countryTopology, provinceTopology } from "../land.ts";
import { type OutsideLines, outsideLines } from "../outside-lines.ts";
import { sharp } from "../packages.ts";
import { shadeField } from "../relief-field.ts";
import { paintRelief } from "../relief-paint.ts";
import { pathOf, renderPng } from "../svg.ts";
import { areasOf } from "../topology-build.ts";

/** 40 px a degree: what widths of lines and blurs are given for. */
const DRAWN_WIDTH = 2560;
/**
 * 25 px a degree: one to one at zoom 4.1, the overview of a small window; soft, as ground may be, up to the end
 * of its use (5.6). Without a graphics card its decoding and upload hold up the map's first frame, by the pixel.
 */
const WIDTH = 1600;
/** The picture fades out over this many px, so that no edge shows on the widest screen. */
const FADE_PX = 200;
const QUALITY: Record<Theme, number> = { light: 75, dark: 72 };

/** `ground-light.webp`, `ground-dark.webp`: all that lies outside the region, veil, lift and band included. */
export async function makeGround(): Promise<void> {
  const grid = gridOver(GROUND_BBOX, DRAWN_WIDTH);
  const shapes = await readShapes(grid);
  const shade = await shadeField(grid);
  for (const theme of THEMES) {
    const raw = { width: grid.width, height: grid.height, channels: 4 } as const;
    const relief = await sharp(paintRelief(shade, theme), { raw }).png({ compressionLevel: 1 }).toBuffer();
    const png = renderPng(grid, compose(grid, theme, shapes, relief));
    const pixels = await sharp(png).ensureAlpha().raw().toBuffer();
    fadeEdges(pixels, grid);
    const bytes = await sharp(pixels, { raw })
      .resize(WIDTH)
      .webp({ quality: QUALITY[theme], alphaQuality: 60, effort: 6 })
      .toBuffer();
    writeFileSync(dataFile(`ground-${theme}.webp`), bytes);
  }
}

type River = { rank: number; path: string };
type Shapes = Record<"countries" | "china" | "region" | "outline" | "lakes", string> & {
  lines: Record<keyof OutsideLines, string>;
  rivers: readonly River[];
};

async function readShapes(grid: Grid): Promise<Shapes> {
  const provinces = await provinceTopology();
  const countries = await countryTopology();
  const areas = (topology: typeof provinces, name: string): Geometry[] =>
    feature(topology, { type: "GeometryCollection", geometries: areasOf(topology, name) }).features.map(
      ({ geometry }) => geometry,
    );
  const path = (geometries: readonly Geometry[]) => geometries.map((one) => pathOf(grid, one)).join("");
  const admin = readTopology("hi");
  const region = feature(admin, admin.objects.province).features.map(({ geometry }) => geometry);
  const neighbours = feature(admin, admin.objects.neighbours).features.map(({ geometry }) => geometry);
  const lakes = readCollection<Polygon, { name: string | null }>("lakes.json");
  const rivers = readCollection<LineString | MultiLineString, { rank: number }>("rivers.json");
  const outline: { geometry: MultiLineString } = JSON.parse(
    readFileSync(dataFile("outline-smoothed.json"), "utf8"),
  );
  const lines = outsideLines(provinces, countries);
  return {
    countries: path(areas(countries, "countries")),
    // Both sources of China's own land, so that the finer one closes the coarser one's slivers at the region.
    china: path([...areas(provinces, "provinces"), ...neighbours, ...region]),
    region: path(region),
    outline: pathOf(grid, outline.geometry),
    lakes: path(lakes.features.map(({ geometry }) => geometry)),
    rivers: rivers.features.map(({ geometry, properties: { rank } }) => ({
      rank,
      path: pathOf(grid, geometry),
    })),
    lines: {
      provinces: pathOf(grid, lines.provinces),
      nation: pathOf(grid, lines.nation),
      countries: pathOf(grid, lines.countries),
      coast: pathOf(grid, lines.coast),
    },
  };
}

function readCollection<G extends Geometry, P>(name: string): FeatureCollection<G, P> {
  return JSON.parse(readFileSync(dataFile(name), "utf8"));
}

/** Bottom to top, as VISUAL.md orders the map; widths are those of the table at this picture's zoom. */
function compose(grid: Grid, theme: Theme, shapes: Shapes, relief: Buffer): string {
  const color = PALETTE[theme];
  const dark = theme === "dark";
  const { width, height } = grid;
  const whole = `M0 0H${width}V${height}H0Z`;
  const area = (d: string, fill: string, seal: number) =>
    `<path d="${d}" fill="${fill}" stroke="${fill}" stroke-width="${seal}" stroke-linejoin="round"/>`;
  const line = (d: string, stroke: string, px: number, more = "") =>
    `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${px}" stroke-linejoin="round" ${more}/>`;
  const blurredLine = (stroke: string, px: number, blur: string, opacity: number, dy: number) =>
    `<g filter="url(#${blur})" opacity="${opacity}" transform="translate(0 ${dy})">${line(shapes.outline, stroke, px)}</g>`;
  const water = dark ? 0.75 : 0.85;
  return [
    blurFilter("lift", 5, grid),
    blurFilter("band", 2.2, grid),
    `<path d="${whole}" fill="${color.sea}"/>`,
    area(shapes.countries, color.foreign, 4),
    line(shapes.lines.countries, color.foreignLine, 1.1, dash(1.1, [4, 2, 1, 2])),
    area(shapes.china, color.china, 1.5),
    `<image width="${width}" height="${height}" opacity="${dark ? 0.95 : 0.9}" xlink:href="data:image/png;base64,${relief.toString("base64")}"/>`,
    line(shapes.lines.provinces, color.provinceOther, 1.2, dash(1.2, [5, 1.6, 1.2, 1.6])),
    ...shapes.rivers.map(({ rank, path }) =>
      line(
        path,
        color.waterLine,
        rank <= 3 ? 2 : rank <= 6 ? 1.3 : 0.9,
        `stroke-opacity="${water}" stroke-linecap="round"`,
      ),
    ),
    `<path d="${shapes.lakes}" fill="${color.waterFill}" stroke="${color.waterLine}" stroke-width="0.6"/>`,
    line(shapes.lines.coast, color.waterLine, 1, 'stroke-opacity="0.8"'),
    `<path d="${whole}${shapes.region}" fill-rule="evenodd" fill="${color.veil}" fill-opacity="${color.veilOpacity}"/>`,
    blurredLine(color.lift, 16, "lift", dark ? 0.55 : 0.16, 2),
    blurredLine(color.band, 9, "band", dark ? 0.22 : 0.2, 0),
    line(shapes.lines.nation, color.nationLine, 2, 'stroke-opacity="0.55"'),
  ].join("");
}

const dash = (px: number, pattern: readonly number[]): string =>
  `stroke-dasharray="${pattern.map((length) => (length * px).toFixed(2)).join(" ")}"`;

function blurFilter(id: string, deviation: number, { width, height }: Grid): string {
  return `<filter id="${id}" filterUnits="userSpaceOnUse" x="0" y="0" width="${width}" height="${height}"><feGaussianBlur stdDeviation="${deviation}"/></filter>`;
}

/** Alpha falls smoothly to nothing towards all four edges. */
function fadeEdges(rgba: Uint8Array, { width, height }: Grid): void {
  const ramp = (distance: number) => {
    const share = Math.min(1, Math.max(0, distance / FADE_PX));
    return share * share * (3 - 2 * share);
  };
  for (let y = 0; y < height; y++) {
    const vertical = ramp(Math.min(y, height - 1 - y));
    for (let x = 0; x < width; x++)
      rgba[(y * width + x) * 4 + 3] = Math.round(255 * vertical * ramp(Math.min(x, width - 1 - x)));
  }
}
