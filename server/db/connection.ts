import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { Worker } from "node:worker_threads";
import type { CompiledQuery, DatabaseConnection, QueryResult } from "kysely";
import type { Answer, Opening, Refusal } from "./worker-protocol.ts";

/** A statement the database refused, or a worker that is gone. */
export class DatabaseError extends Error {
  readonly code: string | null;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = "DatabaseError";
    this.code = refusal.code;
  }
}

/** The worker could not open its file: `at` says whether the lock or the database refused. */
export class OpenError extends DatabaseError {
  readonly at: "lock" | "database";
  constructor(at: "lock" | "database", refusal: Refusal) {
    super(refusal);
    this.name = "OpenError";
    this.at = at;
  }
}

type Waiting = { resolve: (result: QueryResult<unknown>) => void; reject: (error: DatabaseError) => void };

/** Enough for a page of rows many times over; a query that needs more is written wrongly. */
const WORKER_LIMITS = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8, stackSizeMb: 2 };

let workerCode: URL | undefined;

/** `worker.ts` as JavaScript at an address of its own, its file named for stack traces. */
function readWorkerCode(): URL {
  const file = new URL("./worker.ts", import.meta.url);
  const { emitWarning } = process;
  // Node 24, which we bring, warns that this may change one day: no news for whoever starts the server.
  process.emitWarning = () => {};
  const code = stripTypeScriptTypes(readFileSync(file, "utf8"), { sourceUrl: file.href });
  process.emitWarning = emitWarning;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** A database connection that lives in a worker. Kysely sees an ordinary asynchronous one. */
export class WorkerConnection implements DatabaseConnection {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #exited: Promise<void>;
  #next = 0;
  #alive = true;
  #version = "";

  /** @throws OpenError */
  static async open(opening: Opening): Promise<WorkerConnection> {
    const connection = new WorkerConnection(opening);
    await connection.#opened();
    return connection;
  }

  private constructor(opening: Opening) {
    workerCode ??= readWorkerCode();
    this.#worker = new Worker(workerCode, {
      workerData: opening,
      resourceLimits: WORKER_LIMITS,
      execArgv: [],
    });
    this.#exited = new Promise((resolve) => {
      this.#worker.once("exit", () => {
        this.#fail({ message: "the database worker ended", code: null });
        resolve();
      });
    });
    this.#worker.on("error", (error) => this.#fail({ message: error.message, code: null }));
    this.#worker.on("message", (answer: Answer) => this.#receive(answer));
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** Version of SQLite, as `3.53.4`. */
  get version(): string {
    return this.#version;
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.send<R>(query.sql, query.parameters);
  }

  send<R>(sql: string, parameters: readonly unknown[] = []): Promise<QueryResult<R>> {
    return new Promise((resolve, reject) => {
      if (!this.#alive) {
        reject(new DatabaseError({ message: "the database worker is gone", code: null }));
        return;
      }
      this.#next += 1;
      // Only a question under way keeps the process from ending.
      if (this.#waiting.size === 0) this.#worker.ref();
      this.#waiting.set(this.#next, {
        // Rows come from outside the type system: the schema's types are what the migrations made.
        resolve: (result) => resolve(result as QueryResult<R>),
        reject,
      });
      this.#worker.postMessage({ id: this.#next, sql, parameters });
    });
  }

  // biome-ignore lint/correctness/useYield: nothing is streamed, pages are bounded
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new DatabaseError({ message: "rows are paged, not streamed", code: null });
  }

  async close(): Promise<void> {
    if (this.#alive) {
      this.#worker.ref();
      this.#worker.postMessage("close");
    }
    await this.#exited;
  }

  #receive(answer: Answer): void {
    if ("opened" in answer) return;
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if ("error" in answer) waiting?.reject(new DatabaseError(answer.error));
    else waiting?.resolve({ rows: answer.rows, numAffectedRows: BigInt(answer.changes) });
  }

  #fail(refusal: Refusal): void {
    this.#alive = false;
    for (const { reject } of this.#waiting.values()) reject(new DatabaseError(refusal));
    this.#waiting.clear();
  }

  async #opened(): Promise<void> {
    const answer = await new Promise<Answer>((resolve, reject) => {
      this.#worker.once("message", resolve);
      this.#worker.once("error", reject);
    });
    if ("opened" in answer && answer.opened) {
      this.#version = answer.version;
      this.#worker.unref();
      return;
    }
    await this.close();
    if ("opened" in answer) throw new OpenError(answer.at, answer.error);
    throw new DatabaseError({ message: "the database worker spoke out of turn", code: null });
  }
}
