import type { Brief } from "#domain/brief/brief.ts";
import { AskError, ask } from "../data/ask.ts";
import { WriteError } from "./send.ts";

/** A page laid out by the server, for a file that is being written. @throws WriteError, or an AbortError */
export async function layOut(brief: Brief, signal: AbortSignal) {
  try {
    return await ask("brief", "sheet", brief, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw new WriteError(error instanceof AskError && error.code === "OFFLINE" ? "offline" : "server");
  }
}
