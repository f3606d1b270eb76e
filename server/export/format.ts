import type { Noun } from "#domain/item.ts";
import type { Words } from "#domain/look/words.ts";
import type { Gathered } from "./gather.ts";

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** One file format of the ledger. `write` yields the file piece by piece. */
export type Format = {
  /** Of the file, before its day. */
  name: Words;
  extension: string;
  type: string;
  /** One noun alone, for a format that knows no other. */
  noun?: Noun;
  /** Said instead of a file with nothing in it, where the format has no such file. */
  none?: string;
  write: (gathered: Gathered) => AsyncGenerator<string | Uint8Array>;
};

/**
 * The header that names a download: the name in UTF-8 (RFC 6266), and before it one of plain letters for
 * whatever reads no other.
 */
export function disposition(name: string, plain: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
