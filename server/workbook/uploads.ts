import { randomBytes } from "node:crypto";
import { NotFoundError, TooManyError } from "#domain/error.ts";
import { Job, type JobOf } from "./job.ts";
import { type Base, Readers } from "./readers.ts";

/** Files read at once: the machine has other things to do. */
const MOST_READING = 2;
/** Jobs that anybody may look at, and what their rows may take together. */
const MOST_JOBS = 200;
const MOST_BYTES = 128 * 1024 * 1024;
/** As long as somebody may think about the differences. */
const KEPT_MS = 30 * 60_000;

/**
 * Uploads that are read, or wait to be said yes to: in memory alone, an account's latest only, for half an hour.
 * Whatever ends one leaves nothing of it.
 */
export class Uploads {
  readonly #readers = new Readers();
  readonly #jobs = new Map<string, { job: Job; forget: NodeJS.Timeout }>();
  readonly #keptMs: number;

  constructor({ keptMs = KEPT_MS }: { keptMs?: number } = {}) {
    this.#keptMs = keptMs;
  }

  /** True while one more file can be read: asked before its bytes are taken in. @throws TooManyError */
  requireRoom(): void {
    const jobs = [...this.#jobs.values()].map(({ job }) => job);
    const reading = jobs.filter(({ status }) => status.state === "reading").length;
    const bytes = jobs.reduce((sum, job) => sum + job.bytes, 0);
    if (reading >= MOST_READING || jobs.length >= MOST_JOBS || bytes >= MOST_BYTES) {
      throw new TooManyError("Too many files are being read, please try again in a moment.");
    }
  }

  /**
   * Begins to read; the account's upload before it is forgotten.
   * @param failed told of what nobody foresaw
   * @throws TooManyError
   */
  start(of: JobOf, file: Uint8Array, base: Base, failed: (error: unknown) => void): Job {
    for (const { job } of this.#jobs.values()) if (job.of.account === of.account) this.#forget(job.id);
    this.requireRoom();
    const job = new Job(randomBytes(16).toString("base64url"), of);
    const forget = setTimeout(() => this.#forget(job.id), this.#keptMs).unref();
    this.#jobs.set(job.id, { job, forget });
    const { unit, unitName, month } = of;
    this.#readers
      .read({ unit, unitName, month, file }, base, (batch) => job.take(batch), job.stopping.signal)
      .then((refusal) => job.end(refusal))
      .catch((error: unknown) => {
        if (job.stopping.signal.aborted) return;
        this.#forget(job.id);
        failed(error);
      });
    return job;
  }

  /** @throws NotFoundError for another account's as for none */
  get(account: string | undefined, id: string): Job {
    const job = this.#jobs.get(id)?.job;
    if (job === undefined || job.of.account !== account) throw new NotFoundError("upload", id);
    return job;
  }

  /** Stops the reading, if it is under way, and forgets all of it. @throws NotFoundError */
  cancel(account: string | undefined, id: string): void {
    this.#forget(this.get(account, id).id);
  }

  async close(): Promise<void> {
    for (const id of [...this.#jobs.keys()]) this.#forget(id);
    await this.#readers.close();
  }

  #forget(id: string): void {
    const kept = this.#jobs.get(id);
    if (kept === undefined) return;
    clearTimeout(kept.forget);
    this.#jobs.delete(id);
    kept.job.stopping.abort();
  }
}
