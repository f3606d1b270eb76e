import type { Migration } from "../migrate.ts";

/** What the rules make of the reports, month by month, and months that are frozen. */
export const lights: Migration = {
  number: 5,
  name: "lights",
  statements: () => [
    `create table rule_set (
      version integer primary key,
      from_month text not null,
      content text not null,
      reason text not null,
      author_id text,
      author_name text not null,
      at text not null)`,
    // STANDARDS.md, Lights: what domain/light/rules.ts calls the default.
    `insert into rule_set (version, from_month, content, reason, author_id, author_name, at) values (
      1,
      '1900-01',
      '{"progress":{"yellowFrom":100,"redAbove":300},"start":{"yellowFrom":0,"redFrom":3},"funds":{"basis":"year","requirement":1000}}',
      '默认规则',
      null,
      '',
      '1900-01-01T00:00:00.000Z')`,
    `create table item_light (
      month text not null,
      item_id text not null references item (id),
      state text not null,
      rule_version integer not null references rule_set (version),
      unit_id text references unit (id),
      record text not null,
      primary key (month, item_id))`,
    `create index item_light_by_state on item_light (month, state, item_id)`,
    `create index item_light_by_item on item_light (item_id, month)`,
    `create table light_rollup (
      as_of text not null,
      region text not null references region (code),
      type text not null,
      state text not null,
      n integer not null,
      primary key (as_of, region, type, state))`,
    `create table light_override (
      id text primary key,
      item_id text not null references item (id),
      from_month text not null,
      state text not null,
      reason text not null,
      seen text not null,
      author_id text not null,
      author_name text not null,
      at text not null,
      ended_month text,
      ended_why text)`,
    `create index light_override_by_item on light_override (item_id, from_month)`,
    `create table snapshot (
      id text primary key,
      month text not null,
      version integer not null,
      hash text not null,
      content text not null,
      revision integer not null,
      reason text,
      frozen_at text not null,
      author_id text,
      author_name text not null,
      unique (month, version))`,
  ],
};
