import type { Migration } from "../migrate.ts";

const WORDS = "the trail is only added to";

/** Insert is looked at too: `replace` deletes a row without asking the triggers of deletion. */
const sqlite = [
  `create trigger audit_at_its_end before insert on audit
    when new.seq <= (select max(seq) from audit)
      or new.previous <> (select hash from audit order by seq desc limit 1)
    begin select raise(abort, '${WORDS}'); end`,
  `create trigger audit_no_update before update on audit begin select raise(abort, '${WORDS}'); end`,
  `create trigger audit_no_delete before delete on audit
    when not exists (select 1 from audit_seal where first <= old.seq and through >= old.seq)
    begin select raise(abort, '${WORDS}'); end`,
  `create trigger audit_seal_at_its_end before insert on audit_seal
    when new.through <= (select max(through) from audit_seal)
    begin select raise(abort, '${WORDS}'); end`,
  `create trigger audit_seal_no_update before update on audit_seal begin select raise(abort, '${WORDS}'); end`,
  `create trigger audit_seal_no_delete before delete on audit_seal begin select raise(abort, '${WORDS}'); end`,
];

const body = (refused: string): string =>
  `returns trigger language plpgsql as $$ begin
    if ${refused} then raise exception '${WORDS}'; end if;
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end $$`;

const postgres = [
  `create function audit_refuse() returns trigger language plpgsql
    as $$ begin raise exception '${WORDS}'; end $$`,
  `create function audit_at_its_end() ${body(`new.seq <= (select max(seq) from audit)
      or new.previous <> (select hash from audit order by seq desc limit 1)`)}`,
  `create function audit_keep_unsealed() ${body(
    `not exists (select 1 from audit_seal where first <= old.seq and through >= old.seq)`,
  )}`,
  `create trigger audit_at_its_end before insert on audit for each row execute function audit_at_its_end()`,
  `create trigger audit_no_update before update on audit for each row execute function audit_refuse()`,
  `create trigger audit_no_delete before delete on audit for each row execute function audit_keep_unsealed()`,
  `create trigger audit_no_truncate before truncate on audit for each statement execute function audit_refuse()`,
  `create trigger audit_seal_kept before update or delete on audit_seal
    for each row execute function audit_refuse()`,
  `create trigger audit_seal_no_truncate before truncate on audit_seal
    for each statement execute function audit_refuse()`,
];

/** The trail takes no change but a row at its end, and gives up only what a sealed file holds. */
export const trail: Migration = {
  number: 6,
  name: "trail",
  statements: (dialect) => [
    `create table audit_seal (
      through integer primary key,
      first integer not null,
      previous text not null,
      head text not null,
      file text not null,
      sha256 text not null,
      sealed_at text not null)`,
    `create index audit_by_time on audit (at, seq)`,
    `create index audit_by_action on audit (action, seq)`,
    `create index audit_by_unit on audit (unit_id, seq)`,
    ...(dialect === "sqlite" ? sqlite : postgres),
  ],
};
