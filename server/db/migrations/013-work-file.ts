import type { Migration } from "../migrate.ts";

/** Files that a version of a record holds, as the evidence of a finding is. */
export const workFile: Migration = {
  number: 13,
  name: "work file",
  statements: () => [
    `create table work_file (
      work_id text not null,
      version integer not null,
      hash text not null references stored_file (hash),
      name text not null,
      primary key (work_id, version, hash),
      foreign key (work_id, version) references work_version (work_id, version))`,
    `create index work_file_by_hash on work_file (hash)`,
  ],
};
