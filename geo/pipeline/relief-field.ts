/** Soft shading from a coarse elevation picture: light from the north-west, with a broad pass for large forms. */
import { fromMercator, toMercator } from "#geo/camera.ts";
import type { Grid } from "./grid.ts";
import { packageFile, sharp } from "./packages.ts";

/** 2048 × 1024 over the whole globe, 8 bits; a step is about 25 m, which smoothing hides. */
const ELEVATION = "three-globe/example/img/earth-topology.png";
const METRES_A_STEP = 25;

type Field = { values: Float32Array; width: number; height: number };
type Light = { share: number; azimuth: number; altitude: number; exaggeration: number };

const FINE_LIGHTS: readonly Light[] = [
  { share: 0.55, azimuth: 315, altitude: 45, exaggeration: 9 },
  { share: 0.2, azimuth: 270, altitude: 45, exaggeration: 9 },
  { share: 0.2, azimuth: 0, altitude: 45, exaggeration: 9 },
];
const BROAD_LIGHT: Light = { share: 0.45, azimuth: 315, altitude: 42, exaggeration: 16 };
const BROAD_SIGMA = 2.2;
/** This share of slopes stays below full light or shadow; the steepest are cut. */
const UNCUT_SHARE = 0.993;
/** Raises faint slopes a little. */
const GAMMA = 0.85;

/** Shading per pixel of the grid, −1 (full shadow) to 1 (full light), 0 on flat ground and on the sea. */
export async function shadeField(grid: Grid): Promise<Float32Array> {
  const source = await readElevation();
  const fine = sample(source, grid);
  const broad = sample(blurred(source, BROAD_SIGMA), grid);
  const sea = sample(seaShare(source), grid);
  const shade = new Float32Array(grid.width * grid.height);
  for (const light of FINE_LIGHTS) addShade(shade, fine, grid, light);
  addShade(shade, broad, grid, BROAD_LIGHT);
  const full = quantile(shade.map(Math.abs), UNCUT_SHARE);
  return shade.map((value, index) => {
    const share = Math.max(-1, Math.min(1, value / full));
    return Math.sign(share) * Math.abs(share) ** GAMMA * Math.max(0, 1 - (sea[index] ?? 0));
  });
}

async function readElevation(): Promise<Field> {
  const { data, info } = await sharp(packageFile(ELEVATION))
    .removeAlpha()
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const values = new Float32Array(info.width * info.height);
  for (let i = 0; i < values.length; i++) values[i] = (data[i * info.channels] ?? 0) * METRES_A_STEP;
  return { values, width: info.width, height: info.height };
}

/** 1 on the sea, 0 on land; the reader's spline softens the step to about a source pixel. */
function seaShare({ values, width, height }: Field): Field {
  return { values: values.map((metres) => (metres <= 0 ? 1 : 0)), width, height };
}

/** Gaussian, separable; the globe wraps from east to west and ends at the poles. */
function blurred(field: Field, sigma: number): Field {
  const radius = Math.ceil(sigma * 4);
  const weights = Array.from({ length: radius * 2 + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigma ** 2)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const pass = (from: Float32Array, alongX: boolean): Float32Array => {
    const to = new Float32Array(from.length);
    for (let y = 0; y < field.height; y++)
      for (let x = 0; x < field.width; x++) {
        let sum = 0;
        for (const [i, weight] of weights.entries()) {
          const step = i - radius;
          sum += weight * at({ ...field, values: from }, alongX ? x + step : x, alongX ? y : y + step);
        }
        to[y * field.width + x] = sum / total;
      }
    return to;
  };
  return { ...field, values: pass(pass(field.values, true), false) };
}

function at({ values, width, height }: Field, x: number, y: number): number {
  const row = Math.max(0, Math.min(height - 1, y));
  return values[row * width + ((x + width) % width)] ?? 0;
}

/**
 * The field on the grid by cubic B-spline. Not interpolating, so it smooths by 0.58 source pixels: just what
 * hides the 25 m steps, which otherwise show as fish scales. Its second derivative is continuous.
 */
function sample(field: Field, { bbox, width, height }: Grid): Float32Array {
  const [left, top] = toMercator([bbox[0], bbox[3]]);
  const [right, bottom] = toMercator([bbox[2], bbox[1]]);
  const out = new Float32Array(width * height);
  const columns = Array.from({ length: width }, (_, i) => {
    const [lon] = fromMercator([left + ((i + 0.5) / width) * (right - left), 0.5]);
    return splineAt(((lon + 180) / 360) * field.width - 0.5);
  });
  for (let j = 0; j < height; j++) {
    const [, lat] = fromMercator([0.5, top + ((j + 0.5) / height) * (bottom - top)]);
    const row = splineAt(((90 - lat) / 180) * field.height - 0.5);
    for (const [i, column] of columns.entries()) {
      let sum = 0;
      for (const [b, rowWeight] of row.weights.entries())
        for (const [a, columnWeight] of column.weights.entries())
          sum += rowWeight * columnWeight * at(field, column.first + a, row.first + b);
      out[j * width + i] = sum;
    }
  }
  return out;
}

function splineAt(position: number): { first: number; weights: readonly number[] } {
  const whole = Math.floor(position);
  const t = position - whole;
  return {
    first: whole - 1,
    weights: [
      (1 - t) ** 3 / 6,
      (4 - 6 * t ** 2 + 3 * t ** 3) / 6,
      (1 + 3 * t + 3 * t ** 2 - 3 * t ** 3) / 6,
      t ** 3 / 6,
    ],
  };
}

function addShade(
  shade: Float32Array,
  heights: Float32Array,
  { bbox, width, height }: Grid,
  light: Light,
): void {
  const middle = ((bbox[1] + bbox[3]) / 2) * (Math.PI / 180);
  const pixelM = ((111_320 * (bbox[2] - bbox[0])) / width) * Math.cos(middle);
  const scale = light.exaggeration / (2 * pixelM);
  const azimuth = (light.azimuth * Math.PI) / 180;
  const altitude = (light.altitude * Math.PI) / 180;
  const east = Math.sin(azimuth) * Math.cos(altitude);
  const north = Math.cos(azimuth) * Math.cos(altitude);
  const up = Math.sin(altitude);
  for (let j = 0; j < height; j++) {
    const above = Math.max(0, j - 1) * width;
    const below = Math.min(height - 1, j + 1) * width;
    for (let i = 0; i < width; i++) {
      const before = j * width + Math.max(0, i - 1);
      const after = j * width + Math.min(width - 1, i + 1);
      const toEast = ((heights[after] ?? 0) - (heights[before] ?? 0)) * scale;
      const toNorth = ((heights[above + i] ?? 0) - (heights[below + i] ?? 0)) * scale;
      const lit = (up - toEast * east - toNorth * north) / Math.hypot(toEast, toNorth, 1);
      shade[j * width + i] = (shade[j * width + i] ?? 0) + light.share * (lit - up);
    }
  }
}

function quantile(values: Float32Array, share: number): number {
  const sorted = values.toSorted();
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 1;
}
