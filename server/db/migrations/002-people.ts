import type { Migration } from "../migrate.ts";

/** Accounts, their sessions, screens, and the trail of what everyone did. */
export const people: Migration = {
  number: 2,
  name: "people",
  statements: () => [
    `create table account (
      id text primary key,
      name text not null,
      folded text not null unique,
      unit_id text references unit (id),
      roles text not null,
      state text not null,
      password text,
      password_at text,
      second_factor text,
      second_factor_offer text,
      second_factor_step integer,
      identity text unique,
      created_at text not null,
      used_at text)`,
    `create table recovery_code (
      account_id text not null references account (id),
      code text not null,
      primary key (account_id, code))`,
    `create table session (
      id text primary key,
      token text not null unique,
      account_id text not null references account (id),
      created_at text not null,
      used_at text not null,
      address text not null,
      agent text not null,
      strength text not null)`,
    `create index session_by_account on session (account_id)`,
    `create table one_time_link (
      token text primary key, account_id text references account (id), expires_at text not null)`,
    `create table wrong_try (
      key text primary key, tries integer not null, tried_at text not null, blocked_until text)`,
    `create table screen (
      id text primary key, name text not null, token text not null unique,
      created_at text not null, used_at text, revoked_at text)`,
    `create table audit (
      seq integer primary key,
      at text not null,
      account_id text,
      account_name text not null,
      address text not null,
      request_id text not null,
      action text not null,
      noun text not null,
      target text not null,
      unit_id text,
      before text,
      after text,
      algorithm text not null,
      previous text not null,
      hash text not null unique)`,
    `create index audit_by_target on audit (noun, target, seq)`,
    `create index audit_by_account on audit (account_id, seq)`,
  ],
};
