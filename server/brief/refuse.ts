import type { Request, Response } from "express";
import { InvalidInputError } from "#domain/error.ts";
import { WrongPicture } from "../document/wrong-picture.ts";
import { TooManyExports } from "../export/places.ts";
import { refuseCall } from "../http/answers.ts";
import { BodyTooLarge } from "./read-body.ts";

const LEAVING = ["ERR_STREAM_PREMATURE_CLOSE", "ABORT_ERR", "ECONNRESET"];
/** As long as a page may take. */
const LINGER_MS = 120_000;

/**
 * What went wrong with a page, in words for its sender, who may have left.
 * @throws whatever else went wrong: the last resort logs it
 */
export function refusePage(req: Request, res: Response, error: unknown): void {
  if (isStopped(error)) {
    if (res.headersSent || res.closed) res.destroy();
    else refuse(req, res, "TIMEOUT", "The page took too long, please try again.");
  } else if (error instanceof TooManyExports) {
    refuse(req, res.set("Retry-After", "10"), "TOO_MANY_REQUESTS", error.message);
  } else if (error instanceof BodyTooLarge) {
    refuse(req, res, "PAYLOAD_TOO_LARGE", error.message);
  } else if (error instanceof InvalidInputError || error instanceof WrongPicture) {
    refuse(req, res, "BAD_REQUEST", error.message);
  } else throw error;
}

/** By its sender, who left, or by a limit of time. */
const isStopped = (error: unknown): boolean =>
  error instanceof Error &&
  (["AbortError", "TimeoutError"].includes(error.name) ||
    ("code" in error && LEAVING.includes(String(error.code))));

type Refusal = [Parameters<typeof refuseCall>[1], string];

/**
 * A connection that is cut while its sender still sends takes the answer with it: the rest of the body is read and
 * thrown away, for a while.
 */
export function refuse(req: Request, res: Response, ...[code, message]: Refusal): void {
  if (!req.complete) {
    // Node cuts one that is not kept as soon as the answer is out.
    res.shouldKeepAlive = true;
    const cut = setTimeout(() => req.destroy(), LINGER_MS).unref();
    req.once("close", () => clearTimeout(cut)).resume();
  }
  refuseCall(res, code, message);
}
