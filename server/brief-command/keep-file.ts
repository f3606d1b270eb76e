import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { access, constants, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Refusal } from "./refusals.ts";

/** Asked before a minute's work is done for it. @throws Refusal */
export async function refuseUnwritable(out: string): Promise<void> {
  const there = await stat(out).catch(() => null);
  if (there !== null && !there.isFile())
    throw new Refusal(`${out} cannot be written: it is no ordinary file.`);
  await access(dirname(out), constants.W_OK).catch((error: unknown) => refuse(out, error));
}

/** A copy of the file at `from`, whole, or what was there before. @throws Refusal */
export async function keepFile(out: string, from: string): Promise<void> {
  const part = join(dirname(out), `.brief-${randomUUID()}.part`);
  try {
    await pipeline(createReadStream(from), createWriteStream(part, { flags: "wx", flush: true }));
    await rename(part, out);
  } catch (error) {
    await rm(part, { force: true });
    refuse(out, error);
  }
}

/** The system's reason without its call and paths: `ENOSPC: no space left on device`. */
function refuse(out: string, error: unknown): never {
  const [reason] = (error instanceof Error ? error.message : String(error)).split(",");
  throw new Refusal(`${out} cannot be written: ${reason}.`, { cause: error });
}
