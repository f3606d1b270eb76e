import type { Sheet } from "#domain/brief/sheet.ts";
import type { Words } from "#domain/look/words.ts";
import type { Parts } from "../document/writer.ts";

/** A page laid out, and the picture of its map: a PNG of exactly `sheet.map.pixels`. */
export type BriefPage = { sheet: Sheet; map: Uint8Array };

/**
 * One file format of a briefing. `write` yields the file piece by piece, and asks for a page when it is ready for it;
 * it gives up when `signal` says so. A piece is its reader's alone.
 */
export type BriefFormat = {
  /** Of the file, before the page's id. */
  name: Words;
  extension: string;
  type: string;
  write: (pages: Parts<BriefPage>, signal?: AbortSignal) => AsyncGenerator<Uint8Array>;
};
