import { z } from "zod";
import { zRole } from "../permission.ts";
import { PROVIDER_KINDS } from "./account.ts";
import { PASSWORD_POLICIES } from "./password.ts";

/** How far the published ledger is open: to all, or to accounts and screens alone. */
export const ACCESS = ["open", "login"] as const;
export type Access = (typeof ACCESS)[number];

export const DESK_PATH = "/desk";
export const SIGN_IN_PATH = "/desk/sign-in";
/** Both carry their token behind `#`, where no log sees it. */
export const SETUP_PATH = "/setup";
export const NEW_PASSWORD_PATH = "/desk/new-password";

/** What stands between a session and its rights, or should be done soon. */
export const NEEDS = ["second-factor", "enrol", "new-password"] as const;
export type Need = (typeof NEEDS)[number];

/** Six digits of the second factor, or a recovery code. */
export const zFactorCode = z
  .string()
  .max(40)
  .transform((code) => code.normalize("NFKC").replace(/[\s-]/g, "").toLowerCase())
  .refine((code) => /^(\d{6}|[a-z2-7]{16})$/.test(code), "expected six digits or a recovery code");

export const zLinkToken = z.string().regex(/^[\w-]{43}$/, "expected the token of a link");

export const zSessionState = z.strictObject({
  /** Who signed in, in whole or in part; null for nobody. */
  account: z
    .strictObject({
      id: z.string(),
      name: z.string(),
      /** Roles that count at the moment: none before `second-factor` and `enrol` are done. */
      roles: z.array(zRole),
      unit: z.string().nullable(),
      hasPassword: z.boolean(),
      hasSecondFactor: z.boolean(),
    })
    .nullable(),
  /** True once nothing is between the account and its rights. */
  signedIn: z.boolean(),
  needs: z.array(z.enum(NEEDS)),
  access: z.enum(ACCESS),
  mayRead: z.boolean(),
  /** No administrator exists yet: the link that the server printed makes one. */
  canSetUp: z.boolean(),
  /** Ways to sign in besides the password: each is a page that leads there. */
  ways: z.array(z.strictObject({ kind: z.enum(PROVIDER_KINDS), name: z.string(), path: z.string() })),
  passwordPolicy: z.enum(PASSWORD_POLICIES),
  /** A session ends after so long without a request. */
  idleMinutes: z.number(),
  /** And at this time in any case. */
  endsAt: z.string().nullable(),
});
export type SessionState = z.infer<typeof zSessionState>;

export const zSessionEntry = z.strictObject({
  id: z.string(),
  createdAt: z.string(),
  usedAt: z.string(),
  address: z.string(),
  /** What the browser calls itself. */
  agent: z.string(),
  /** The one that asks. */
  current: z.boolean(),
});
export type SessionEntry = z.infer<typeof zSessionEntry>;

/** A path of this site to go to after signing in; anything else becomes the desk. */
export function pathWithin(to: string | null | undefined): string {
  if (to === null || to === undefined || to.length > 2000) return DESK_PATH;
  // A backslash, a second slash and blanks inside are other sites to some browsers.
  return /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(to) ? to : DESK_PATH;
}
