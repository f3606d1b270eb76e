import type { WorkLink } from "#domain/work/noun.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";

/** Tables of migration 9. Times are ISO 8601 in UTC with milliseconds. */
export type WorkSchema = {
  /** `seq` is its last step; `edited_by` is null for what the source itself set. */
  work: {
    id: string;
    noun: WorkNoun;
    /** From 1, of each noun by itself. */
    number: number;
    seq: number;
    edition: number;
    edited_by: string | null;
    edited_by_name: string;
    edited_at: string;
  };
  /** What it asked for from a moment on; `words` are what it is found by. */
  work_version: {
    work_id: string;
    version: number;
    at: string;
    title: string;
    words: string;
    lead_unit: string | null;
    due: string | null;
    /** JSON: the content as the noun's schema writes it. */
    content: string;
    /** Why it is another than the version before. */
    reason: string | null;
  };
  /** Units that have a part in a version beside its lead. */
  work_unit: { work_id: string; version: number; unit_id: string };
  /** `clause` and `item`: an item's id; a noun: another record's. */
  work_link: { work_id: string; version: number; kind: WorkLink["kind"]; target: string };
  /** Of migration 13: files that a version holds. */
  work_file: { work_id: string; version: number; hash: string; name: string };
  work_step: {
    work_id: string;
    seq: number;
    step: string;
    state: string;
    version: number;
    /** JSON: `Standing` after it, `Said` with it. */
    standing: string;
    said: string;
    at: string;
    account_id: string | null;
    account_name: string;
  };
};
