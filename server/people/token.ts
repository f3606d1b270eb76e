import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, for a cookie or a link. */
export const aToken = (): string => randomBytes(32).toString("base64url");

/** What is kept of a token: it has bits enough to need no salt. */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");
