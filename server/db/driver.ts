import {
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { UncertainError } from "#domain/error.ts";
import { DatabaseError, type WorkerConnection } from "./connection.ts";

/** SQLite's result code of input and output that failed, of which its further ones are kinds. */
const IOERR = 10;
const isDiskFault = ({ code }: DatabaseError): boolean =>
  code !== null && (Number(code.replace("SQLITE_", "")) & 0xff) === IOERR;

class PooledAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/**
 * Lends connections, first come first served: with one connection it is a queue.
 * A connection whose worker died is replaced when next lent.
 */
class Pool implements Driver {
  readonly #open: () => Promise<WorkerConnection>;
  readonly #begin: string;
  readonly #all: WorkerConnection[];
  readonly #free: WorkerConnection[];
  readonly #queue: ((connection: WorkerConnection) => void)[] = [];

  constructor(
    connections: readonly WorkerConnection[],
    open: () => Promise<WorkerConnection>,
    begin: string,
  ) {
    this.#all = [...connections];
    this.#free = [...connections];
    this.#open = open;
    this.#begin = begin;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<WorkerConnection> {
    const connection =
      this.#free.pop() ?? (await new Promise<WorkerConnection>((resolve) => this.#queue.push(resolve)));
    if (connection.alive) return connection;
    try {
      const fresh = await this.#open();
      this.#all.splice(this.#all.indexOf(connection), 1, fresh);
      return fresh;
    } catch (error) {
      this.#give(connection);
      throw error;
    }
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as WorkerConnection).send(this.#begin);
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as WorkerConnection).send("commit").catch((error: unknown) => {
      // What was written of it may be in the log whole, and the next start would take it for done.
      throw error instanceof DatabaseError && isDiskFault(error) ? new UncertainError(error) : error;
    });
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as WorkerConnection).send("rollback").catch((error: unknown) => {
      // A full disk or a broken one has SQLite roll back by itself: what is told is that error, not this one.
      if (!(error instanceof Error && error.message.includes("no transaction is active"))) throw error;
    });
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#give(connection as WorkerConnection);
  }

  async destroy(): Promise<void> {
    await Promise.all(this.#all.map((connection) => connection.close()));
  }

  #give(connection: WorkerConnection): void {
    const next = this.#queue.shift();
    if (next === undefined) this.#free.push(connection);
    else next(connection);
  }
}

/** Kysely over worker connections; `begin` is how its transactions start. */
export function workerDialect(
  connections: readonly WorkerConnection[],
  open: () => Promise<WorkerConnection>,
  begin: "begin" | "begin immediate",
): Dialect {
  return {
    createDriver: (): Driver => new Pool(connections, open, begin),
    createQueryCompiler: (): QueryCompiler => new SqliteQueryCompiler(),
    createAdapter: (): DialectAdapter => new PooledAdapter(),
    createIntrospector: (db: Kysely<never>): DatabaseIntrospector => new SqliteIntrospector(db),
  };
}
