import { z } from "zod";
import { zRole } from "../permission.ts";

/** Letters of any script, digits, a few joints: no control or direction characters, nothing that cannot be seen. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._·@-]*$/u;
const FEWEST = 2;
const MOST = 40;

/** As names are kept: compatibility forms (全角, ligatures) made one, blanks at the ends and doubled ones gone. */
const tidyName = (text: string): string => text.normalize("NFKC").trim().replace(/ +/g, " ");

/** Two names that fold to the same are one: `Ａdmin` is `admin`. */
export const foldName = (name: string): string => tidyName(tidyName(name).toLowerCase());

/** A name to sign in with, Chinese or any other, 2 to 40 characters. */
export const zAccountName = z
  .string()
  .max(200)
  .transform(tidyName)
  .refine((name) => NAME.test(name), "expected letters, digits, blanks and . _ - · @")
  .refine(
    (name) => [...name].length >= FEWEST && [...name].length <= MOST,
    `expected ${FEWEST} to ${MOST} characters`,
  );

export const zAccountId = z.string().regex(/^[0-9a-f-]{36}$/, "expected the id of an account");

/** Days after which an account that nobody used is pointed out. */
export const UNUSED_DAYS = 90;

/** Ways to sign in that are not ours: OpenID Connect (统一认证) and CAS. */
export const PROVIDER_KINDS = ["oidc", "cas"] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

/** Who an account is at a provider. `subject` is the provider's word for him: `sub` of OIDC, the user of CAS. */
export const zIdentity = z.strictObject({
  way: z.enum(PROVIDER_KINDS),
  subject: z.string().min(1).max(255),
});
export type Identity = z.infer<typeof zIdentity>;

export const zAccount = z.strictObject({
  id: zAccountId,
  name: z.string(),
  unit: z.string().nullable(),
  roles: z.array(zRole),
  state: z.enum(["active", "locked"]),
  /** Shut out by wrong tries until then. */
  blockedUntil: z.string().nullable(),
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  identity: zIdentity.nullable(),
  createdAt: z.string(),
  usedAt: z.string().nullable(),
  /** Nobody signed in for 90 days. */
  unused: z.boolean(),
});
export type Account = z.infer<typeof zAccount>;
