import type { Migration } from "../migrate.ts";

/** A way of its own for each of the two things that units file. */
const wayOf = (noun: "report" | "proposal"): string[] => [
  `create table ${noun}_step (
    ${noun}_id text not null references ${noun} (id),
    seq integer not null,
    step text not null,
    state text not null,
    at text not null,
    account_id text not null,
    account_name text not null,
    comments text not null,
    primary key (${noun}_id, seq))`,
];

/** Months that units file for, what they say of each item, and how it went. */
export const filing: Migration = {
  number: 3,
  name: "filing",
  statements: () => [
    `create table period (
      month text primary key, due_on text not null, due_note text, opened_at text not null)`,
    `create table assignment (
      item_id text not null references item (id),
      unit_id text not null references unit (id),
      ordinal integer not null,
      lead integer not null,
      primary key (item_id, unit_id))`,
    `create index assignment_by_unit on assignment (unit_id, item_id)`,
    `create table report (
      id text primary key,
      item_id text not null references item (id),
      unit_id text not null references unit (id),
      month text not null references period (month),
      version integer not null,
      state text not null,
      content text not null,
      edition integer not null,
      reason text,
      led integer not null,
      edited_by text not null,
      edited_by_name text not null,
      edited_at text not null,
      unique (item_id, unit_id, month, version))`,
    `create index report_by_unit on report (unit_id, month, state)`,
    `create index report_by_month on report (month, state, item_id)`,
    ...wayOf("report"),
    `create table nil_report (
      unit_id text not null references unit (id), month text not null references period (month),
      at text not null, account_id text not null, account_name text not null,
      primary key (unit_id, month))`,
    `create table stored_file (hash text primary key, type text not null, bytes integer not null, at text not null)`,
    `create table file_upload (
      hash text not null references stored_file (hash), unit_id text not null references unit (id),
      primary key (hash, unit_id))`,
    `create table attachment (
      report_id text not null references report (id),
      hash text not null references stored_file (hash),
      name text not null,
      primary key (report_id, hash))`,
    `create index attachment_by_hash on attachment (hash)`,
    `create table proposal (
      id text primary key,
      kind text not null,
      item_id text references item (id),
      unit_id text not null references unit (id),
      month text not null references period (month),
      state text not null,
      content text not null,
      edition integer not null,
      edited_by text not null,
      edited_by_name text not null,
      edited_at text not null)`,
    `create index proposal_by_unit on proposal (unit_id, month, state)`,
    `create index proposal_by_item on proposal (item_id, month)`,
    ...wayOf("proposal"),
  ],
};
