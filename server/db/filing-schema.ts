import type { ReportState } from "#domain/report/report.ts";
import type { Step } from "#domain/report/step.ts";

/** A step on the way of what was filed, with what was said at which field (JSON: `{ path, words }[]`). */
type StepRow = {
  seq: number;
  step: Step | "correct";
  state: ReportState;
  at: string;
  account_id: string;
  account_name: string;
  comments: string;
};

/** Tables of migration 3. Flags are 0 or 1; times are ISO 8601 in UTC with milliseconds. */
export type FilingSchema = {
  /** `due_on` is a day; a month that is open takes reports until it is frozen. */
  period: { month: string; due_on: string; due_note: string | null; opened_at: string };
  /** Of migration 12: one row, where the office has set it. */
  filing_rule: { id: number; due_day: number; note: string };
  /** Which units file for an item, in order; the lead's word moves it on its ladder. */
  assignment: { item_id: string; unit_id: string; ordinal: number; lead: number };
  report: {
    id: string;
    item_id: string;
    unit_id: string;
    month: string;
    version: number;
    state: ReportState;
    /** JSON: `ReportDraft`; once handed in, `ReportContent`. */
    content: string;
    edition: number;
    reason: string | null;
    /** 1: published while its unit led the item, so that it moves it. */
    led: number;
    /** Id and name of the account that wrote last. */
    edited_by: string;
    edited_by_name: string;
    edited_at: string;
  };
  report_step: StepRow & { report_id: string };
  /** "Nothing to report": of a unit for a month, in one click. */
  nil_report: { unit_id: string; month: string; at: string; account_id: string; account_name: string };
  stored_file: { hash: string; type: string; bytes: number; at: string };
  /** Units that have sent a file in: no other may attach it, whatever hash it knows. */
  file_upload: { hash: string; unit_id: string };
  attachment: { report_id: string; hash: string; name: string };
  proposal: {
    id: string;
    kind: "new" | "change";
    /** Of a new item null until it is published. */
    item_id: string | null;
    unit_id: string;
    month: string;
    state: ReportState;
    /** JSON: `ProposalContent`. */
    content: string;
    edition: number;
    edited_by: string;
    edited_by_name: string;
    edited_at: string;
  };
  proposal_step: StepRow & { proposal_id: string };
};
