import type { BriefPage } from "./format.ts";

/** A page to be drawn, or that there is none left. */
export type ToPdfWorker = BriefPage | "end";
/**
 * A piece of the file; that a page is drawn and the next is welcome; that the file is whole; what is wrong with a
 * picture: an error that crosses threads loses its class.
 */
export type FromPdfWorker = Uint8Array | "drawn" | "end" | { wrong: string };
