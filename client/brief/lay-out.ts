import type { Brief } from "#domain/brief/brief.ts";
import { AskError } from "../data/answer.ts";
import { ask } from "../data/ask.ts";
import { WriteError } from "./send.ts";

/** A page laid out by the server, for a file that is being written. @throws WriteError, or an AbortError */
export const layOut = (brief: Brief, signal: AbortSignal) =>
  answered(ask("brief", "sheet", brief, signal), signal);

/** What a file that is being written asks of the server. @throws WriteError, or an AbortError */
export async function answered<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    signal.throwIfAborted();
    throw new WriteError(error instanceof AskError && error.code === "OFFLINE" ? "offline" : "server");
  }
}
