import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { PASSWORD_POLICIES } from "#domain/people/password.ts";
import { ACCESS } from "#domain/people/session.ts";
import { AUDIT_HASHES } from "./db/audit.ts";
import { StartError } from "./start-error.ts";

const MINUTES = "expected a whole number of minutes, 5 to 720";
const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const zFile = z
  .string()
  .refine((path) => existsSync(path), "expected the path of a file that exists")
  .transform((path) => resolve(path));

/** Over plain HTTP anybody on the way could say who signs in: only this machine's own may be asked so. */
const zProviderUrl = z
  .string()
  .regex(
    /^(https:\/\/[^/?#@\s]+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?)(\/[^?#\s]*)?$/,
    "expected https://… (http:// on this machine alone), without ? and #",
  );

/** An empty value is an absent one: that is how shells and unit files unset a variable. */
const zEnv = z.object({
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, "expected a host name or an IP address")
    .default("127.0.0.1"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "expected a whole number from 0 to 65535")
    .transform(Number)
    .refine((port) => port <= 65_535, "expected a whole number from 0 to 65535")
    .default(8080),
  DATA_DIR: z
    .string()
    .default("data")
    .transform((path) => resolve(path)),
  /** Looks at each file that is sent in; its path is the last argument, exit code 0 says clean. */
  SCAN_COMMAND: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  TLS_CERT: zFile.optional(),
  TLS_KEY: zFile.optional(),
  CHROME_PATH: zFile.optional(),
  REQUIRE_REVIEW_NUMBER: z
    .enum(["true", "false"], "expected true or false")
    .default("false")
    .transform((text) => text === "true"),
  AUDIT_HASH: z.enum(AUDIT_HASHES, `expected one of ${AUDIT_HASHES.join(", ")}`).default("sha256"),
  /** Months that the trail stays in the database, and more where nobody seals it. */
  AUDIT_KEEP_MONTHS: z
    .string()
    .regex(/^\d{1,3}$/, "expected a whole number of months, 6 or more")
    .transform(Number)
    .refine((months) => months >= 6, "expected a whole number of months, 6 or more")
    .default(6),
  SYSLOG: z
    .string()
    .regex(
      /^(?:udp|tcp):\/\/(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\]):\d{1,5}$/,
      "expected udp://HOST:PORT or tcp://HOST:PORT",
    )
    .optional(),
  ACCESS: z.enum(ACCESS, `expected one of ${ACCESS.join(", ")}`).default("open"),
  PASSWORD_POLICY: z
    .enum(PASSWORD_POLICIES, `expected one of ${PASSWORD_POLICIES.join(", ")}`)
    .default("asvs"),
  SESSION_IDLE_MINUTES: z
    .string()
    .regex(/^\d{1,3}$/, MINUTES)
    .transform(Number)
    .refine((minutes) => minutes >= 5 && minutes <= 720, MINUTES)
    .default(30),
  OIDC_ISSUER: zProviderUrl.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(20, "expected 20 characters at most").default("统一认证"),
  CAS_URL: zProviderUrl.optional(),
  CAS_NAME: z.string().max(20, "expected 20 characters at most").default("统一认证"),
  LOG_LEVEL: z.enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(", ")}`).default("info"),
});
export type Env = z.infer<typeof zEnv>;

/** @throws StartError naming the variable, its value and what was expected. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = zEnv.safeParse(given);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `${name} is ${JSON.stringify(given[name])}, ${issue.message}`;
    });
    throw new StartError(`${sentences.join("; ")}.`);
  }
  const env = parsed.data;
  if ((env.TLS_CERT === undefined) !== (env.TLS_KEY === undefined)) {
    const [set, missing] = env.TLS_CERT ? ["TLS_CERT", "TLS_KEY"] : ["TLS_KEY", "TLS_CERT"];
    throw new StartError(
      `${set} is ${JSON.stringify(given[set])} and ${missing} is not set, expected both or none.`,
    );
  }
  refuseHalfOfOidc(env);
  if (env.DATABASE_URL !== undefined) refuseDatabaseUrl(env.DATABASE_URL);
  return env;
}

/** The secret is not repeated. */
function refuseHalfOfOidc(env: Env): void {
  const names = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;
  const [set, missing] = [true, false].map((isSet) =>
    names.filter((name) => (env[name] !== undefined) === isSet),
  );
  if (!set?.length || !missing?.length) return;
  throw new StartError(
    `${set.join(", ")} is set and ${missing.join(", ")} is not, expected all three or none.`,
  );
}

function refuseDatabaseUrl(url: string): never {
  // A password may hold any of the characters that should part it from the rest, or stand among the parameters.
  const shown = JSON.stringify(url.replace(/^([a-z]*:\/\/)?.*@/is, "$1…@").replace(/\?.*/s, "?…"));
  if (/^postgres(ql)?:\/\//.test(url)) {
    throw new StartError(
      `DATABASE_URL is ${shown}: this version has its SQL prepared for PostgreSQL but no driver for it yet, expected no DATABASE_URL (SQLite in DATA_DIR).`,
    );
  }
  throw new StartError(`DATABASE_URL is ${shown}, expected postgres://… or nothing (SQLite in DATA_DIR).`);
}
