/**
 * One SQLite connection in a thread of its own, so that no query ever stands on the event loop.
 * Speaks `worker-protocol.ts`; statements are prepared once and kept. Imports nothing but Node's own and
 * types: `connection.ts` strips it once for all workers, or each would load the type stripper (11 MB).
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";
import type { Answer, Ask, Opening, Refusal } from "./worker-protocol.ts";

const MOST_STATEMENTS = 200;

const port = parentPort;
if (port === null) throw new Error("server/db/worker.ts runs as a worker only");
const opening = workerData as Opening;
const send = (answer: Answer) => port.postMessage(answer);

/** Errors cross threads as plain data: a class would lose its fields on the way. */
function refusalOf(error: unknown): Refusal {
  if (!(error instanceof Error)) return { message: String(error), code: null };
  const code = "errcode" in error ? `SQLITE_${String(error.errcode)}` : null;
  return { message: error.message, code };
}

/** Held for as long as this process serves the directory: the system frees it however the process ends. */
function lock(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  database.exec("pragma journal_mode = delete; begin exclusive");
  return database;
}

/** Columns that hold JSON, in whatever table. */
const JSON_COLUMNS = `select t.name as "table", c.name as "column"
  from sqlite_schema t join pragma_table_info(t.name) c
  where t.type = 'table' and c.name in ('record', 'regions', 'children')`;

/**
 * Looks before it touches: read-only, so that a damaged file stays as it is. SQLite sees pages and indexes;
 * noise inside a row it takes for text, so records are seen to be JSON still.
 */
function inspect(path: string, head: Opening["head"]): void {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const [first] = database.prepare("pragma integrity_check(1)").all();
    if (first?.integrity_check !== "ok")
      throw new Error(`integrity_check: ${String(first?.integrity_check)}`);
    const tables = database.prepare("select name from sqlite_schema where type = 'table'").all();
    if (tables.length > 0 && !tables.some((table) => table.name === "migration")) {
      throw new Error("not a database of this product");
    }
    for (const { table, column } of database.prepare(JSON_COLUMNS).all()) {
      const damaged = database.prepare(`select 1 from "${table}" where not json_valid("${column}") limit 1`);
      if (damaged.get() !== undefined) throw new Error(`a ${column} of ${table} is no JSON`);
    }
    if (head !== null && !holds(database, head)) {
      throw new Error(
        `row ${head.seq} of the audit trail was written and is gone, and others may be; to go on without them remove audit-head`,
      );
    }
  } finally {
    database.close();
  }
}

function holds(database: DatabaseSync, { seq, hash }: NonNullable<Opening["head"]>): boolean {
  const there = database.prepare("select 1 from audit where seq = ? and hash = ?").get(seq, hash);
  return (
    there !== undefined ||
    database.prepare("select 1 from audit_seal where through >= ?").get(seq) !== undefined
  );
}

function connect(path: string, write: boolean): DatabaseSync {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: 5000 });
  // What is erased is overwritten: a contact's number is nowhere in the file.
  if (write) database.exec("pragma journal_mode = wal; pragma secure_delete = on");
  database.exec(`pragma synchronous = full; pragma cache_size = -4000; pragma query_only = ${write ? 0 : 1}`);
  return database;
}

let lockFile: DatabaseSync | undefined;
let database: DatabaseSync | undefined;
const statements = new Map<string, StatementSync>();

function prepare(connection: DatabaseSync, sql: string): StatementSync {
  const kept = statements.get(sql);
  if (kept !== undefined) {
    statements.delete(sql);
    statements.set(sql, kept);
    return kept;
  }
  const statement = connection.prepare(sql);
  statements.set(sql, statement);
  const [oldest] = statements.keys();
  if (statements.size > MOST_STATEMENTS && oldest !== undefined) statements.delete(oldest);
  return statement;
}

function run({ id, sql, parameters }: Ask): Answer {
  try {
    if (database === undefined) throw new Error("the database is closed");
    const statement = prepare(database, sql);
    if (statement.columns().length > 0) {
      return { id, rows: statement.all(...(parameters as SQLInputValue[])), changes: 0 };
    }
    const { changes } = statement.run(...(parameters as SQLInputValue[]));
    return { id, rows: [], changes: Number(changes) };
  } catch (error) {
    return { id, error: refusalOf(error) };
  }
}

try {
  if (opening.lock !== null) lockFile = lock(opening.lock);
} catch (error) {
  send({ opened: false, at: "lock", error: refusalOf(error) });
}
if (opening.lock === null || lockFile !== undefined) {
  try {
    if (opening.inspect) inspect(opening.path, opening.head);
    database = connect(opening.path, opening.write);
    const version = database.prepare("select sqlite_version() as version").get();
    send({ opened: true, version: String(version?.version) });
  } catch (error) {
    send({ opened: false, at: "database", error: refusalOf(error) });
  }
}

port.on("message", (ask: Ask | "close") => {
  if (ask !== "close") {
    send(run(ask));
    return;
  }
  statements.clear();
  database?.close();
  lockFile?.close();
  port.close();
});
