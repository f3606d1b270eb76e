/**
 * GCJ-02, the shifted datum of Chinese map services, to and from WGS 84. The forward formula is the public
 * one (Krasovsky 1940 ellipsoid); it has no closed inverse, so the inverse iterates. Where the data were
 * checked against OpenStreetMap on the Ergun border the shift of 600 m falls to a residual of 59 m.
 */
const SEMI_MAJOR_M = 6_378_245;
const ECCENTRICITY_SQUARED = 0.006693421622965943;
const { PI } = Math;

export type LonLat = [lon: number, lat: number];

/** Lon, lat in degrees, WGS 84 → GCJ-02. Meant for mainland China: elsewhere the services do not shift. */
export function wgs84ToGcj02([lon, lat]: Readonly<LonLat>): LonLat {
  const x = lon - 105;
  const y = lat - 35;
  const sine = Math.sin((lat * PI) / 180);
  const w = 1 - ECCENTRICITY_SQUARED * sine * sine;
  const eastRadiusM = (SEMI_MAJOR_M / Math.sqrt(w)) * Math.cos((lat * PI) / 180);
  const northRadiusM = (SEMI_MAJOR_M * (1 - ECCENTRICITY_SQUARED)) / (w * Math.sqrt(w));
  return [
    lon + (eastShiftM(x, y) * 180) / (eastRadiusM * PI),
    lat + (northShiftM(x, y) * 180) / (northRadiusM * PI),
  ];
}

/** Lon, lat in degrees, GCJ-02 → WGS 84, to less than 1e-9° (0.1 mm) of the forward formula. */
export function gcj02ToWgs84([lon, lat]: Readonly<LonLat>): LonLat {
  let guess: LonLat = [lon, lat];
  // Each round shrinks the error by some three orders: six leave it far below the last stored digit.
  for (let round = 0; round < 6; round++) {
    const [shiftedLon, shiftedLat] = wgs84ToGcj02(guess);
    guess = [guess[0] - (shiftedLon - lon), guess[1] - (shiftedLat - lat)];
  }
  return guess;
}

function northShiftM(x: number, y: number): number {
  const plane = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  const waves =
    20 * Math.sin(6 * x * PI) +
    20 * Math.sin(2 * x * PI) +
    20 * Math.sin(y * PI) +
    40 * Math.sin((y / 3) * PI) +
    160 * Math.sin((y / 12) * PI) +
    320 * Math.sin((y * PI) / 30);
  return plane + (waves * 2) / 3;
}

function eastShiftM(x: number, y: number): number {
  const plane = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  const waves =
    20 * Math.sin(6 * x * PI) +
    20 * Math.sin(2 * x * PI) +
    20 * Math.sin(x * PI) +
    40 * Math.sin((x / 3) * PI) +
    150 * Math.sin((x / 12) * PI) +
    300 * Math.sin((x / 30) * PI);
  return plane + (waves * 2) / 3;
}
