import { CREATE_GRAMS } from "../grams.ts";
import type { Migration } from "../migrate.ts";

/** The ledger: what the source says, item by item and month by month, and its counts. */
export const ledger: Migration = {
  number: 1,
  name: "ledger",
  statements: (dialect) => [
    `create table revision (
      id integer primary key check (id = 1), value integer not null, build text not null, changed_at text not null)`,
    `create table publication (as_of text primary key, published_at text not null)`,
    `create table document (id text primary key, ordinal integer not null, record text not null)`,
    `create table statistic (
      id text primary key, ordinal integer not null, as_of text not null, record text not null)`,
    `create table unit (id text primary key, ordinal integer not null, name text not null, record text not null)`,
    `create table place (id text primary key, ordinal integer not null, record text not null)`,
    `create table corridor (
      id text primary key, ordinal integer not null, corridor_group text not null, record text not null)`,
    `create table region (
      code text primary key, ordinal integer not null, level text not null,
      parent text references region (code), record text not null)`,
    `create table region_ancestor (
      code text not null references region (code), ancestor text not null references region (code),
      primary key (code, ancestor))`,
    `create index region_ancestor_below on region_ancestor (ancestor, code)`,
    `create table item (id text primary key, noun text not null, ordinal integer not null unique)`,
    `create table item_version (
      id integer primary key,
      item_id text not null references item (id),
      as_of text not null,
      until text not null,
      noun text not null,
      counted integer not null,
      root text not null references item (id),
      office integer not null,
      ordinal integer not null,
      type text not null,
      stage text not null,
      stage_words text not null,
      stage_basis text not null,
      sector text not null,
      title text not null,
      due text,
      regions text not null,
      children text not null,
      sort_title text not null,
      sort_region text not null,
      sort_stage_up integer not null,
      sort_stage_down integer not null,
      unique (item_id, as_of),
      check (as_of < until))`,
    `create index item_version_by_source on item_version (noun, counted, ordinal)`,
    `create index item_version_by_title on item_version (noun, counted, sort_title, ordinal)`,
    `create index item_version_by_region on item_version (noun, counted, sort_region, ordinal)`,
    `create index item_version_by_stage on item_version (noun, counted, sort_stage_up, ordinal)`,
    `create table item_region (
      version_id integer not null references item_version (id),
      code text not null references region (code),
      basis text not null,
      primary key (version_id, code))`,
    `create index item_region_by_code on item_region (code, version_id)`,
    `create table item_unit (
      version_id integer not null references item_version (id),
      unit_id text not null references unit (id),
      role text not null,
      primary key (version_id, role, unit_id))`,
    `create index item_unit_by_unit on item_unit (unit_id, role, version_id)`,
    `create index item_version_by_root on item_version (root, item_id)`,
    `create table item_place (
      version_id integer not null references item_version (id),
      role text not null,
      ordinal integer not null,
      place_id text not null,
      primary key (version_id, role, ordinal))`,
    `create table item_text (
      version_id integer primary key references item_version (id), words text not null, record text not null)`,
    `create table item_source (
      version_id integer not null references item_version (id),
      ordinal integer not null,
      document_id text not null references document (id),
      start_at integer not null,
      end_at integer not null,
      primary key (version_id, ordinal))`,
    `create index item_source_by_document on item_source (document_id, start_at)`,
    `create table rollup (
      as_of text not null references publication (as_of),
      region text not null references region (code),
      type text not null,
      stage text not null,
      n integer not null,
      n_inferred integer not null,
      primary key (as_of, region, type, stage))`,
    ...CREATE_GRAMS[dialect],
  ],
};
