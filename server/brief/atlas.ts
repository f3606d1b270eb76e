import { randomBytes } from "node:crypto";
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { giveBack } from "../document/give-back.ts";
import type { BriefFormat, BriefPage } from "./format.ts";

/** Where the pages go: nobody else's, open to read and to write. */
export type OpenFile = () => Promise<FileHandle>;

/**
 * A file of several pages that come one by one. Each is written as it comes, so that memory stays that of one page;
 * the file has no name on disk, so that nothing is left of it whatever happens.
 */
export class Atlas {
  /** 128 random bits: who knows it may add pages and take the file. */
  readonly id = randomBytes(16).toString("hex");
  readonly format: BriefFormat;
  readonly #file: FileHandle;
  readonly #written: Promise<void>;
  /** The writer's next page, and that it is ready for one. */
  #next = Promise.withResolvers<BriefPage | null>();
  #ready = Promise.withResolvers<void>();
  #bytes = 0;
  /** What the file is called by: its first page. */
  first: BriefPage["sheet"] | null = null;
  /** Pages that are in the file. */
  drawn = 0;
  whole = false;
  /** Its writer has stopped half-way: the file will never be whole. */
  failed = false;

  private constructor(format: BriefFormat, file: FileHandle) {
    this.format = format;
    this.#file = file;
    this.#written = this.#write();
    // Told to whoever waits for a page; one that fails while nobody does is told with the next.
    this.#written.catch(() => {
      this.failed = true;
    });
  }

  static async begin(format: BriefFormat, openFile: OpenFile = namelessFile): Promise<Atlas> {
    return new Atlas(format, await openFile());
  }

  /** Resolves once the page is in the file. @throws WrongPicture, or the system's error where the disk is full */
  async add(page: BriefPage): Promise<void> {
    await this.#until(this.#ready.promise);
    this.#ready = Promise.withResolvers();
    this.first ??= page.sheet;
    this.#next.resolve(page);
    await this.#until(this.#ready.promise);
    this.drawn += 1;
  }

  /** Bytes of the whole file. As often as it is asked for. */
  async finish(): Promise<number> {
    if (!this.whole) {
      await this.#until(this.#ready.promise);
      this.#next.resolve(null);
      await this.#written;
      this.whole = true;
    }
    return this.#bytes;
  }

  /** Of a whole file; as often as it is asked for. */
  read() {
    return this.#file.createReadStream({ start: 0, autoClose: false });
  }

  /** Ends its writer and gives back its room on disk. */
  async close(): Promise<void> {
    this.#next.promise.catch(() => undefined);
    this.#next.reject(new Error("atlas: given up"));
    await this.#written.catch(() => undefined);
    await this.#file.close();
  }

  async #write(): Promise<void> {
    for await (const piece of this.format.write(this.#pages())) {
      await this.#file.appendFile(piece);
      this.#bytes += piece.length;
      giveBack(piece);
    }
  }

  async *#pages(): AsyncGenerator<BriefPage> {
    for (;;) {
      this.#ready.resolve();
      const page = await this.#next.promise;
      this.#next = Promise.withResolvers();
      if (page === null) return;
      yield page;
    }
  }

  /** A writer that has failed is never ready again. */
  async #until(ready: Promise<void>): Promise<void> {
    await Promise.race([ready, this.#written.then(() => new Promise<never>(() => undefined))]);
  }
}

const namelessFile: OpenFile = async () => {
  const own = await mkdtemp(join(tmpdir(), "one-map-atlas-"));
  try {
    return await open(join(own, "file"), "wx+", 0o600);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
};
