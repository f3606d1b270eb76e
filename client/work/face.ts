/** How the desk shows one noun of the office's work: what differs from the others, as domain/work says what they are. */
import type { ComponentType } from "react";
import type { WorkEntry, WorkRead } from "#domain/work/exchange.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import type { Filter, Search } from "#domain/work/search.ts";
import { type ContentOf, type StateOf, type StepOf, specOf } from "#domain/work/work.ts";
import { dayOf } from "#domain/zone.ts";
import { CallError } from "../desk/call.ts";
import type { Account } from "../desk/seat.ts";
import type { work as words } from "../words/zh-CN/work.ts";
import { choosable } from "./unit-options.ts";
import type { WorkNames } from "./use-work-names.ts";

type Words = typeof words;
export type FaultWord = keyof Words["fault"];
export type FieldWord = keyof Words["field"];

/** What is wrong with a content at a field, and the words for it. */
export type WorkFault = { path: readonly (string | number)[]; words: FaultWord };

export type FieldsOf<N extends WorkNoun> = {
  /** Of the record, once the server has it: its files can be fetched then. */
  id: string | null;
  content: ContentOf<N>;
  names: WorkNames;
  faults: readonly WorkFault[];
  onChange: (change: Partial<ContentOf<N>>) => void;
};

export type ReadOf<N extends WorkNoun> = {
  read: WorkRead<N>;
  names: WorkNames;
  /** Shows another record, of any noun. */
  onOpen: (noun: WorkNoun, id: string) => void;
};

export type ViewOf<N extends WorkNoun> = {
  rows: readonly WorkEntry<N>[];
  names: WorkNames;
  search: Search;
  show: (change: Partial<Record<Filter | "view" | N, string | null>>) => void;
};

export type TableOf<N extends WorkNoun> = {
  /** Records that the filters leave. */
  rows: readonly WorkEntry<N>[];
  names: WorkNames;
  account: Account;
  search: Search;
  shown: string | undefined;
  show: (change: Partial<Record<string, string | number | null>>) => void;
};

export type Face<N extends WorkNoun> = {
  noun: N;
  /** What one that is begun holds. */
  empty: ContentOf<N>;
  /** The step that ends the form while it is drawn up, by the state that it has. */
  ends: Partial<Record<StateOf<N>, StepOf<N>>>;
  /** Words for what is wrong, by the field. */
  faults: Partial<Record<keyof ContentOf<N> & string, FaultWord>>;
  /** Words for what the server alone sees, by what it says of it. */
  told?: Readonly<Record<string, FaultWord>>;
  /** What a field is called where it is called otherwise than by its own name. */
  called?: Partial<Record<keyof ContentOf<N> & string, FieldWord>>;
  /** Steps that are taken as their button is pressed: nothing is asked. */
  atOnce?: readonly StepOf<N>[];
  filters: readonly Filter[];
  Fields: ComponentType<FieldsOf<N>>;
  Read: ComponentType<ReadOf<N>>;
  /** What a line of the list says beside number and state. */
  Facts: ComponentType<{ row: WorkEntry<N>; names: WorkNames }>;
  /** What stands above the list: how many are where. */
  Above?: ComponentType<{ rows: readonly WorkEntry<N>[]; names: WorkNames }>;
  /** What stands where no record is chosen. */
  Hint?: ComponentType;
  /** What stands in the list's place, beside the record that is open: it shows more than the records do. */
  Table?: ComponentType<TableOf<N>>;
  /** Another way to look at all of them. */
  view?: {
    key: keyof Omit<Words["view"], "label" | "list">;
    View: ComponentType<ViewOf<N>>;
    /** It shows more than the records, and stands where there are none. */
    isMore?: boolean;
  };
};

/** What is wrong with a content that is to go a step further from a state, by the server's own rules. */
export function faultsOf<N extends WorkNoun>(
  face: Face<N>,
  content: ContentOf<N>,
  { from, step, names }: { from: StateOf<N>; step: StepOf<N>; names: WorkNames },
): WorkFault[] {
  const { way, issues } = specOf(face.noun);
  const to = way[step].leads[from];
  if (to === undefined) return [];
  const known = {
    units: new Set(choosable(names.units).map(({ id }) => id)),
    ministries: new Set(names.units.filter(({ kind }) => kind === "central").map(({ id }) => id)),
    regions: new Set(names.regions.map(({ code }) => code)),
    items: new Set(names.items.map(({ id }) => id)),
    policies: new Set(names.policies.map(({ id }) => id)),
  };
  return issues(content, { to, known, today: dayOf(new Date()), made: [] }).map(({ path }) =>
    faultAt(face, path),
  );
}

const faultAt = <N extends WorkNoun>({ faults }: Face<N>, path: WorkFault["path"]): WorkFault => ({
  path,
  words: faults[path[0] as keyof ContentOf<N> & string] ?? "other",
});

/** What of a content the server alone saw to be wrong, such as a place that does not lie in its region. */
export function faultsTold<N extends WorkNoun>(face: Face<N>, error: unknown): WorkFault[] {
  const issues = error instanceof CallError ? (error.refusal.issues ?? []) : [];
  return issues.flatMap(({ path: [first, ...path], message }) => {
    if (first !== "content") return [];
    const words = face.told?.[message];
    return [words === undefined ? faultAt(face, path) : { path, words }];
  });
}
