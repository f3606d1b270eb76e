import type { Migration } from "../migrate.ts";

/** What a sheet that was taken in was answered with, by the key that came with it. */
export const upload: Migration = {
  number: 4,
  name: "upload",
  statements: () => [
    `create table upload_answer (
      account_id text not null,
      idempotency_key text not null,
      job_id text not null,
      mode text not null,
      answer text not null,
      at text not null,
      primary key (account_id, idempotency_key))`,
  ],
};
