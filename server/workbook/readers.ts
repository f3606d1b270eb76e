import { Worker } from "node:worker_threads";
import type { FileIssue } from "#domain/sheet/issue.ts";
import type { StandingRow } from "#domain/sheet/standing-row.ts";
import type { Asked, FromReader, ToReader } from "./protocol.ts";

/** Above what the most rows take; a file that needs more ends its worker, not the server. */
const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };
/** Many times what the largest file takes. */
const LONGEST_MS = 60_000;
/** Uploads come in heaps, on the last day. */
const IDLE_MS = 60_000;

/** `states` has a letter for each row (`STATE_LETTERS`), `rows` is JSON of `KeptRow`s, `done` a share of the file. */
export type Batch = { rows: Uint8Array<ArrayBuffer>; states: string; done: number };
export type Base = AsyncIterable<StandingRow[]> | Iterable<StandingRow[]>;

/**
 * Threads that read uploads, one for each that is under way. One that has read its file to the end waits for the next
 * for a while; one that was stopped, or ran out of something, is ended with all it had.
 */
export class Readers {
  #idle: { worker: Worker; end: NodeJS.Timeout } | undefined;
  #closed = false;

  /**
   * Reads an upload and compares it with `base`.
   * @returns why the file is refused as a whole; null where it was read to its end
   * @throws why `signal` was aborted
   */
  async read(
    asked: Asked,
    base: Base,
    take: (batch: Batch) => void,
    signal: AbortSignal,
  ): Promise<FileIssue | null> {
    signal.throwIfAborted();
    const worker = this.#take();
    try {
      const issue = await readIn(worker, asked, base, take, signal);
      this.#keep(worker, issue);
      return issue;
    } catch (error) {
      await worker.terminate();
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#drop();
  }

  #take(): Worker {
    const idle = this.#idle;
    this.#idle = undefined;
    if (idle !== undefined) {
      clearTimeout(idle.end);
      for (const name of ["message", "error", "exit"]) idle.worker.removeAllListeners(name);
      idle.worker.ref();
      return idle.worker;
    }
    return new Worker(new URL("./reader-worker.ts", import.meta.url), {
      resourceLimits: LIMITS,
      execArgv: [],
    });
  }

  #keep(worker: Worker, issue: FileIssue | null): void {
    for (const name of ["message", "error", "exit"]) worker.removeAllListeners(name);
    // It may die of the very file that it was refused for.
    worker.on("error", () => {});
    const isSpent = issue?.code === "too-large" || issue?.code === "too-slow";
    if (this.#idle !== undefined || this.#closed || isSpent) {
      void worker.terminate();
      return;
    }
    worker.once("exit", () => {
      if (this.#idle?.worker === worker) this.#idle = undefined;
    });
    worker.unref();
    this.#idle = { worker, end: setTimeout(() => this.#drop(), IDLE_MS).unref() };
  }

  async #drop(): Promise<void> {
    const idle = this.#idle;
    this.#idle = undefined;
    if (idle === undefined) return;
    clearTimeout(idle.end);
    await idle.worker.terminate();
  }
}

async function readIn(
  worker: Worker,
  asked: Asked,
  base: Base,
  take: (batch: Batch) => void,
  signal: AbortSignal,
): Promise<FileIssue | null> {
  const tell = (message: ToReader, moved: ArrayBuffer[] = []) => worker.postMessage(message, moved);
  const over = new AbortController();
  const limit = AbortSignal.timeout(LONGEST_MS);
  const ended = new Promise<FileIssue | null>((resolve, reject) => {
    worker.on("message", (message: FromReader) => {
      if ("rows" in message) take(message);
      else resolve("refused" in message ? message.refused : null);
    });
    worker.once("error", (error: Error & { code?: string }) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve({ code: "too-large", cells: [] });
      else reject(error);
    });
    worker.once("exit", () => reject(new Error("the reader left before the file was read")));
    const once = { once: true, signal: over.signal };
    limit.addEventListener("abort", () => resolve({ code: "too-slow", cells: [] }), once);
    signal.addEventListener("abort", () => reject(signal.reason), once);
  });
  // Heard below, and not while rows of the base are still on their way.
  ended.catch(() => {});
  try {
    for await (const rows of base) {
      signal.throwIfAborted();
      tell({ base: rows });
    }
    // A copy of its own is moved, whatever the bytes came in.
    const file = new Uint8Array(asked.file);
    tell({ read: { ...asked, file } }, [file.buffer]);
    return await ended;
  } finally {
    over.abort();
  }
}
