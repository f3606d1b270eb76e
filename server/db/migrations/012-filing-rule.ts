import type { Migration } from "../migrate.ts";

/** The office's rule of due days: one row, none while the default holds. Months that are open keep their own day. */
export const filingRule: Migration = {
  number: 12,
  name: "filing rule",
  statements: () => [
    `create table filing_rule (
      id integer primary key check (id = 1),
      due_day integer not null check (due_day between 1 and 28),
      note text not null)`,
  ],
};
