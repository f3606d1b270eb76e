import type { Geometry, Position } from "geojson";
import { type Grid, pixelOf } from "./grid.ts";
import { Resvg } from "./packages.ts";

/** SVG path of lines or areas on a grid, to a tenth of a pixel. */
export function pathOf(grid: Grid, geometry: Geometry): string {
  switch (geometry.type) {
    case "LineString":
      return line(grid, geometry.coordinates, "");
    case "MultiLineString":
      return geometry.coordinates.map((points) => line(grid, points, "")).join("");
    case "Polygon":
      return geometry.coordinates.map((ring) => line(grid, ring, "Z")).join("");
    case "MultiPolygon":
      return geometry.coordinates.flatMap((rings) => rings.map((ring) => line(grid, ring, "Z"))).join("");
    case "GeometryCollection":
      return geometry.geometries.map((one) => pathOf(grid, one)).join("");
    default:
      throw new Error(`svg: no path for a ${geometry.type}`);
  }
}

function line(grid: Grid, points: readonly Position[], end: string): string {
  const pixels = points.map(([lon = 0, lat = 0]) => {
    const [x, y] = pixelOf(grid, lon, lat);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  // Where vertices are denser than the picture, repeated ones only cost time.
  const distinct = pixels.filter((pixel, index) => pixel !== pixels[index - 1]);
  return distinct.length < 2 ? "" : `M${distinct.join("L")}${end}`;
}

/** PNG of an SVG's body on the grid. No text is drawn, so no font of the machine can change the bytes. */
export function renderPng({ width, height }: Grid, body: string): Buffer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`;
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}
