import type { Migration } from "../migrate.ts";

/** Feeds of units' days. `token` is a sha256: a stolen database opens none. One that is revoked is gone. */
export const calendars: Migration = {
  number: 11,
  name: "calendars",
  statements: () => [
    `create table calendar (
      id text primary key,
      unit_id text not null references unit (id),
      token text not null unique,
      created_at text not null,
      created_by_name text not null,
      used_at text)`,
    `create index calendar_by_unit on calendar (unit_id, created_at, id)`,
  ],
};
