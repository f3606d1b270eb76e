import type { ProviderKind } from "#domain/people/account.ts";
import type { PasswordPolicy } from "#domain/people/password.ts";
import type { Access } from "#domain/people/session.ts";
import type { Db } from "../db/schema.ts";
import { PasswordHasher } from "./hash-password.ts";

export type PeopleSettings = {
  access: Access;
  passwordPolicy: PasswordPolicy;
  /** A session ends after so long without a request. */
  idleMs: number;
  tls: boolean;
};

/** What a sign-in under way at a provider is known by: its answer has the state, its token the nonce. */
export type Errand = { state: string; nonce: string; verifier: string };

/** A sign-in that is not ours: it sends the browser away and says who came back. */
export type Provider = {
  kind: ProviderKind;
  /** Under which its subjects are who they are. */
  issuer: string;
  /** What its button says. */
  name: string;
  /** Where to send the browser. @param back address it shall come back to @throws ProviderError */
  leave: (errand: Errand, back: string) => Promise<URL>;
  /** Who came back: his subject. @param came address that he came back to @throws ProviderError */
  arrive: (errand: Errand, back: string, came: URL) => Promise<string>;
};

/** The provider gave no answer in time, or one that is not to be believed. Says why, for the log. */
export class ProviderError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ProviderError";
  }
}

/** What sign-in and rights are decided by, one for the whole process. */
export type People = PeopleSettings & {
  /** For bookkeeping that is nobody's deed: when a session was used, how often a name was tried. */
  write: Db;
  hasher: PasswordHasher;
  providers: readonly Provider[];
  now: () => number;
};

export const OPEN_HOUSE: PeopleSettings = {
  access: "open",
  passwordPolicy: "asvs",
  idleMs: 30 * 60_000,
  tls: false,
};

export const peopleOf = (
  write: Db,
  settings: PeopleSettings = OPEN_HOUSE,
  { providers = [], now = Date.now }: Partial<Pick<People, "providers" | "now">> = {},
): People => ({ ...settings, write, hasher: new PasswordHasher(), providers, now });
