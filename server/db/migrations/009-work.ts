import type { Migration } from "../migrate.ts";

/** The office's own work: one record of any noun, its versions, and every step on its way. */
export const work: Migration = {
  number: 9,
  name: "work",
  statements: () => [
    `create table work (
      id text primary key,
      noun text not null,
      number integer not null,
      seq integer not null,
      edition integer not null,
      edited_by text,
      edited_by_name text not null,
      edited_at text not null,
      unique (noun, number))`,
    `create table work_version (
      work_id text not null references work (id),
      version integer not null,
      at text not null,
      title text not null,
      words text not null,
      lead_unit text references unit (id),
      due text,
      content text not null,
      reason text,
      primary key (work_id, version))`,
    `create index work_version_by_lead on work_version (lead_unit, work_id)`,
    `create table work_unit (
      work_id text not null,
      version integer not null,
      unit_id text not null references unit (id),
      primary key (work_id, version, unit_id),
      foreign key (work_id, version) references work_version (work_id, version))`,
    `create index work_unit_by_unit on work_unit (unit_id, work_id, version)`,
    `create table work_link (
      work_id text not null,
      version integer not null,
      kind text not null,
      target text not null,
      primary key (work_id, version, kind, target),
      foreign key (work_id, version) references work_version (work_id, version))`,
    `create index work_link_by_target on work_link (target, work_id, version)`,
    `create table work_step (
      work_id text not null references work (id),
      seq integer not null,
      step text not null,
      state text not null,
      version integer not null,
      standing text not null,
      said text not null,
      at text not null,
      account_id text,
      account_name text not null,
      primary key (work_id, seq))`,
    `create index work_step_by_time on work_step (at, work_id, seq)`,
  ],
};
