import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { ProviderKind } from "#domain/people/account.ts";
import { aToken } from "./token.ts";

/** Time for a person to sign in elsewhere. */
export const ERRAND_MS = 10 * 60_000;

/** Of this process: a restart ends what is under way. */
const key = randomBytes(32);

const zErrand = z.strictObject({
  kind: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Path to go to afterwards. */
  to: z.string(),
  until: z.number(),
});
export type CarriedErrand = z.infer<typeof zErrand>;

export const anErrand = (kind: ProviderKind, to: string, now: number): CarriedErrand => ({
  kind,
  state: aToken(),
  nonce: aToken(),
  verifier: aToken(),
  to,
  until: now + ERRAND_MS,
});

const sealOf = (text: string): Buffer => createHmac("sha256", key).update(text).digest();

/** For a cookie: the browser that left is the one that comes back, and nothing is kept here of who never does. */
export function sealErrand(errand: CarriedErrand): string {
  const text = Buffer.from(JSON.stringify(errand)).toString("base64url");
  return `${text}.${sealOf(text).toString("base64url")}`;
}

/** Null for what is not ours, too old, or of another way to sign in. */
export function openErrand(sealed: string | null, kind: ProviderKind, now: number): CarriedErrand | null {
  const [text = "", seal = ""] = sealed?.split(".") ?? [];
  const [expected, found] = [sealOf(text), Buffer.from(seal, "base64url")];
  if (expected.length !== found.length || !timingSafeEqual(expected, found)) return null;
  const errand = zErrand.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  return errand.kind === kind && errand.until > now ? errand : null;
}
