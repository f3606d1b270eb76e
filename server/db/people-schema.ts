import type { Role } from "#domain/permission.ts";

/** Tables of migration 2. Times are ISO 8601 in UTC with milliseconds. */
export type PeopleSchema = {
  account: {
    id: string;
    /** Name to sign in with, as it was given. */
    name: string;
    /** The same folded (domain/people/account.ts), unique: what a sign-in is looked up by. */
    folded: string;
    unit_id: string | null;
    /** JSON: roles. */
    roles: string;
    state: "active" | "locked";
    /** argon2id in PHC form; null where there is no password path. */
    password: string | null;
    password_at: string | null;
    /** Secret of the second factor, Base32; null while there is none. */
    second_factor: string | null;
    /** One that is shown to its owner and not yet confirmed by a code. */
    second_factor_offer: string | null;
    /** The last time step whose code was used: no code is good twice. */
    second_factor_step: number | null;
    /** JSON [way, issuer, subject] of an account that signs in elsewhere. */
    identity: string | null;
    created_at: string;
    used_at: string | null;
  };
  /** sha256 of codes that stand in for the second factor, each once. */
  recovery_code: { account_id: string; code: string };
  session: {
    id: string;
    /** sha256 of the token: a stolen database opens nothing. */
    token: string;
    account_id: string;
    created_at: string;
    used_at: string;
    address: string;
    agent: string;
    /** How far it got: `password` waits for a second factor, `full` is signed in. */
    strength: "password" | "full";
  };
  /** Links that work once: sha256 of their token. Without an account it makes the first one. */
  one_time_link: { token: string; account_id: string | null; expires_at: string };
  /** Wrong tries, by name or by address; kept here, so that a restart forgives none. */
  wrong_try: { key: string; tries: number; tried_at: string; blocked_until: string | null };
  screen: {
    id: string;
    name: string;
    token: string;
    created_at: string;
    used_at: string | null;
    revoked_at: string | null;
  };
  calendar: {
    id: string;
    unit_id: string;
    /** sha256 of the token. */
    token: string;
    created_at: string;
    created_by_name: string;
    used_at: string | null;
  };
  contact: {
    id: string;
    unit_id: string;
    name: string;
    duty: string;
    telephone: string;
    edition: number;
    created_at: string;
    edited_at: string;
    edited_by_name: string;
  };
  /** Append-only. `hash` is over the row's canonical JSON with `previous`, the hash of the row before. */
  audit: {
    seq: number;
    at: string;
    account_id: string | null;
    account_name: string;
    address: string;
    request_id: string;
    action: string;
    noun: string;
    target: string;
    unit_id: string | null;
    /** JSON, canonical. */
    before: string | null;
    after: string | null;
    algorithm: string;
    previous: string;
    hash: string;
  };
};

export const rolesIn = (json: string): Role[] => JSON.parse(json) as Role[];
