import type { Response } from "express";
import { ForbiddenError, InvalidInputError, NotFoundError } from "#domain/error.ts";
import { TooManyExports } from "../export/places.ts";
import { refuseCall } from "../http/answers.ts";

/** @throws whatever nobody foresaw: the last resort logs it */
export function refuse(res: Response, error: unknown): void {
  if (error instanceof InvalidInputError) refuseCall(res, "BAD_REQUEST", error.message);
  else if (error instanceof NotFoundError) refuseCall(res, "NOT_FOUND", error.message);
  else if (error instanceof ForbiddenError) refuseCall(res, "FORBIDDEN", error.message);
  else if (error instanceof TooManyExports) {
    refuseCall(res.set("Retry-After", "5"), "TOO_MANY_REQUESTS", error.message);
  } else if (isFull(error)) {
    refuseCall(res, "INSUFFICIENT_STORAGE", "The server's disk is full: the file was not made.");
  } else throw error;
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && /ENOSPC|database or disk is full/.test(error.message);
