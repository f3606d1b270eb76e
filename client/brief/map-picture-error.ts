import type { Problem } from "#domain/brief/preflight.ts";

/** Why a picture could not be made; `kind` is a preflight problem's where there is one. */
export class MapPictureError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`brief map: ${problem.kind}`);
    this.name = "MapPictureError";
    this.problem = problem;
  }
}
