import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";

const PERIOD_S = 30;
/** A clock may be a step off. */
const WINDOW = 1;
const RECOVERY_CODES = 10;

const totpOf = (secret: string, label = ""): TOTP =>
  new TOTP({
    issuer: "一张图",
    label,
    secret: Secret.fromBase32(secret),
    digits: 6,
    period: PERIOD_S,
    algorithm: "SHA1",
  });

/** 160 bits, Base32, and the address that an authenticator reads it from. */
export function aFactor(name: string): { secret: string; uri: string } {
  const secret = new Secret({ size: 20 }).base32;
  return { secret, uri: totpOf(secret, name).toString() };
}

/** The time step that a code belongs to, or null for a wrong one. */
export function stepOf(secret: string, code: string, now: number): number | null {
  const delta = totpOf(secret).validate({ token: code, window: WINDOW, timestamp: now });
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_S) + delta;
}

/** Codes of 80 bits for who has lost the other device. */
export function recoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    new Secret({ buffer: new Uint8Array(randomBytes(10)).buffer }).base32.toLowerCase(),
  );
}
