import type { Migration } from "../migrate.ts";

/** Whom units are reached by. What is erased is gone: the trail has neither names nor numbers. */
export const contacts: Migration = {
  number: 10,
  name: "contacts",
  statements: () => [
    `create table contact (
      id text primary key,
      unit_id text not null references unit (id),
      name text not null,
      duty text not null,
      telephone text not null,
      edition integer not null,
      created_at text not null,
      edited_at text not null,
      edited_by_name text not null)`,
    `create index contact_by_unit on contact (unit_id, created_at, id)`,
  ],
};
