import type { Request, Response } from "express";
import { InvalidInputError } from "#domain/error.ts";
import { TooManyExports } from "../export/places.ts";
import { refuseCall } from "../http/answers.ts";
import { WrongPicture } from "./png.ts";
import { BodyTooLarge } from "./read-body.ts";

const LEAVING = ["ERR_STREAM_PREMATURE_CLOSE", "ABORT_ERR", "ECONNRESET"];

/**
 * What went wrong with a page, in words for its sender, who may have left.
 * @throws whatever else went wrong: the last resort logs it
 */
export function refusePage(req: Request, res: Response, error: unknown): void {
  if (error instanceof Error && "code" in error && LEAVING.includes(String(error.code))) {
    res.destroy();
    return;
  }
  // What is left of the body is not read: the connection ends with the answer.
  if (!req.complete) res.set("Connection", "close");
  if (error instanceof TooManyExports) {
    refuseCall(res.set("Retry-After", "10"), "TOO_MANY_REQUESTS", error.message);
  } else if (error instanceof BodyTooLarge) {
    refuseCall(res, "PAYLOAD_TOO_LARGE", error.message);
  } else if (error instanceof InvalidInputError || error instanceof WrongPicture) {
    refuseCall(res, "BAD_REQUEST", error.message);
  } else throw error;
}
