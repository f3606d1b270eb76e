import type { Migration } from "../migrate.ts";

/** Whether the ledger is made up: a mark that goes wherever the file goes. */
export const demo: Migration = {
  number: 7,
  name: "demo",
  statements: () => [`create table demo (id integer primary key check (id = 1), finished_at text)`],
};
