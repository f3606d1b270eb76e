import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import type { CompiledQuery, KyselyPlugin, RootOperationNode } from "kysely";
import { openLedger } from "#server/ledger.ts";
import { aDataDir, apiOf } from "../factories.ts";
import { median, row, verdict } from "./statistics.ts";

const ROUNDS = 1_000;

/** Keeps every statement that a call sends, so that the same SQL can be run bare. */
class Listening implements KyselyPlugin {
  readonly nodes: RootOperationNode[] = [];
  transformQuery({ node }: { node: RootOperationNode }) {
    this.nodes.push(node);
    return node;
  }
  async transformResult<T>({ result }: { result: T }) {
    return result;
  }
}

async function time(run: () => unknown, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times;
}

/** In-process calls against the very SQL they send, run bare on one connection, call and SQL in turn. */
export async function benchApi(): Promise<void> {
  const dir = aDataDir();
  const ledger = await openLedger(dir, "bench");
  const listening = new Listening();
  const heard = apiOf({
    ...ledger,
    database: { ...ledger.database, read: ledger.database.read.withPlugin(listening) },
  });
  const api = apiOf(ledger);
  const bare = new DatabaseSync(join(dir, "one-map.db"), { readOnly: true });
  const calls = {
    "progress.byRegion": (of: typeof api) => of.progress.byRegion({ level: "league", measure: "items" }),
    "progress.byRegion, filtered": (of: typeof api) =>
      of.progress.byRegion({ level: "county", measure: "items", filter: { sectors: ["water", "energy"] } }),
    "project.list": (of: typeof api) => of.project.list({}),
    "policy.list, text": (of: typeof api) => of.policy.list({ filter: { text: "口岸" } }),
  };
  try {
    for (const [name, call] of Object.entries(calls)) {
      listening.nodes.length = 0;
      await call(heard);
      const executor = ledger.database.read.getExecutor();
      const statements = listening.nodes
        .map((node): CompiledQuery => executor.compileQuery(node, { queryId: "bench" }))
        .map(({ sql, parameters }) => ({
          statement: bare.prepare(sql),
          values: parameters as SQLInputValue[],
        }));
      const runBare = () => statements.map(({ statement, values }) => statement.all(...values));
      await time(() => call(api), 100);
      const called: number[] = [];
      const raw: number[] = [];
      for (let turn = 0; turn < 10; turn += 1) {
        called.push(...(await time(() => call(api), ROUNDS / 10)));
        raw.push(...(await time(runBare, ROUNDS / 10)));
      }
      console.log(row(`${name}, in process`, called));
      console.log(row(`  its ${statements.length} statements, bare`, raw));
      console.log(verdict(`${name} over bare SQL`, median(called) - median(raw), 3, "ms"));
    }
  } finally {
    bare.close();
    await ledger.database.close();
  }
}
