import type { Sheet } from "#domain/brief/sheet.ts";

/** Everything of a frame that the picture depends on. */
export const frameKey = ({ css, camera, box, covered, degrees }: Sheet["map"], ratio: number): string =>
  JSON.stringify([css, camera, box, covered, degrees, ratio]);
