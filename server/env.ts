import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { StartError } from "./start-error.ts";

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const zFile = z
  .string()
  .refine((path) => existsSync(path), "expected the path of a file that exists")
  .transform((path) => resolve(path));

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
  DATABASE_URL: z.string().optional(),
  TLS_CERT: zFile.optional(),
  TLS_KEY: zFile.optional(),
  CHROME_PATH: zFile.optional(),
  REQUIRE_REVIEW_NUMBER: z
    .enum(["true", "false"], "expected true or false")
    .default("false")
    .transform((text) => text === "true"),
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
  if (env.DATABASE_URL !== undefined) refuseDatabaseUrl(env.DATABASE_URL);
  return env;
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
