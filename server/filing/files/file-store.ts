import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

export type Kept = { hash: string; bytes: number };

/** Files by the hash of what is in them: `aa/<sha256>` under one directory. Nothing there is ever changed. */
export class FileStore {
  readonly #dir: string;

  /** @param dir is made when first written to */
  constructor(dir: string) {
    this.#dir = dir;
  }

  pathOf(hash: string): string {
    return join(this.#dir, hash.slice(0, 2), hash);
  }

  /**
   * Writes aside, has `look` look at it, and only then puts it in its place, on the disk for good: bytes, name and
   * directory are synced.
   * @throws whatever `look` does; nothing is left then
   */
  async keep(bytes: Buffer, look: (path: string) => Promise<void>): Promise<Kept> {
    const hash = createHash("sha256").update(bytes).digest("hex");
    const aside = join(this.#dir, "incoming");
    await mkdir(aside, { recursive: true });
    const path = join(aside, randomUUID());
    try {
      const file = await open(path, "wx", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await look(path);
      const home = join(this.#dir, hash.slice(0, 2));
      await mkdir(home, { recursive: true });
      await rename(path, this.pathOf(hash));
      await syncDirectory(home);
      await syncDirectory(this.#dir);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { hash, bytes: bytes.length };
  }

  /** Takes away what was left aside, and every file that is not `known`. Returns how many. */
  async sweep(known: ReadonlySet<string>): Promise<number> {
    let swept = 0;
    for (const folder of await readdir(this.#dir).catch(() => [])) {
      if (!/^([0-9a-f]{2}|incoming)$/.test(folder)) continue;
      for (const name of await readdir(join(this.#dir, folder))) {
        if (known.has(name)) continue;
        await rm(join(this.#dir, folder, name), { force: true });
        swept += 1;
      }
    }
    return swept;
  }

  async has(hash: string): Promise<boolean> {
    return stat(this.pathOf(hash)).then(
      () => true,
      () => false,
    );
  }
}

/** Windows has no such thing, and needs none. */
async function syncDirectory(dir: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(dir, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
