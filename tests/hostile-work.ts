import { WORK_NOUNS, type WorkNoun } from "#domain/work/nouns.ts";
import type { ContentOf } from "#domain/work/work.ts";
import type { Ledger } from "#server/ledger.ts";
import { hostile } from "./hostile-ledger.ts";
import { aRecord, SAMPLES } from "./server/work/samples.ts";

/** Fields of the office's work that hold what somebody typed, and how long each may be. */
const TYPED: Record<string, number> = {
  title: 200,
  goal: 2000,
  words: 200,
  place: 200,
  agenda: 200,
  minutes: 2000,
  inspectors: 200,
  evidence: 2000,
  document: 200,
  documentNumber: 80,
  authority: 200,
  text: 20_000,
  why: 2000,
};

function written(value: unknown, key = ""): unknown {
  const most = TYPED[key];
  if (typeof value === "string") return most === undefined ? value : hostile(key).slice(0, most);
  if (Array.isArray(value)) return value.map((one) => written(one, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, written(one, name)]));
}

/** A record of each noun that says such text wherever one types: by noun its id. */
export async function workWithHostile(ledger: Ledger): Promise<Record<WorkNoun, string>> {
  const ids: [WorkNoun, string][] = [];
  for (const noun of WORK_NOUNS) {
    const content = written(SAMPLES[noun].content) as ContentOf<typeof noun>;
    ids.push([noun, (await aRecord(ledger, noun, content)).id]);
  }
  return Object.fromEntries(ids) as Record<WorkNoun, string>;
}
