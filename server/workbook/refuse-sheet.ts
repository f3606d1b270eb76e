import type { Request, Response } from "express";
import {
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  TooManyError,
  UnauthorizedError,
} from "#domain/error.ts";
import { BodyTooLarge } from "../brief/read-body.ts";
import { refuse } from "../brief/refuse.ts";
import { TooManyExports } from "../export/places.ts";

const REFUSALS = [
  [InvalidInputError, "BAD_REQUEST"],
  [UnauthorizedError, "UNAUTHORIZED"],
  [ForbiddenError, "FORBIDDEN"],
  [NotFoundError, "NOT_FOUND"],
  [BodyTooLarge, "PAYLOAD_TOO_LARGE"],
] as const;

/**
 * What went wrong with a sheet, in words for its sender, who may have left.
 * @throws whatever else went wrong: the last resort logs it
 */
export function refuseSheet(req: Request, res: Response, error: unknown): void {
  const code = REFUSALS.find(([kind]) => error instanceof kind)?.[1];
  if (!(error instanceof Error)) throw error;
  if (code !== undefined) refuse(req, res, code, error.message);
  else if (error instanceof TooManyExports || error instanceof TooManyError) {
    refuse(req, res.set("Retry-After", "5"), "TOO_MANY_REQUESTS", error.message);
  } else if (error.name === "TimeoutError") {
    refuse(req, res, "TIMEOUT", "The file took too long, please try again.");
  } else if (error.name === "AbortError") res.destroy();
  else throw error;
}
