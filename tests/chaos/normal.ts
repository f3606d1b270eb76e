/**
 * Preloaded (`--import`) into a process that shall be careless: its database connections sync as `synchronous=NORMAL`
 * does. The control of the power failures: what loses nothing so would lose nothing by a broken test either.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const FULL = "pragma synchronous = full";
const { readFileSync } = fs;

function readCareless(...given: Parameters<typeof readFileSync>): ReturnType<typeof readFileSync> {
  const text = readFileSync(...given);
  if (typeof text !== "string" || !String(given[0]).endsWith("/server/db/worker.ts")) return text;
  if (!text.includes(FULL)) throw new Error(`server/db/worker.ts has no ${JSON.stringify(FULL)} any more`);
  return text.replace(FULL, "pragma synchronous = normal");
}

Object.assign(fs, { readFileSync: readCareless });
syncBuiltinESMExports();
