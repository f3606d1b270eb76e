/** What tells one noun of the office's work from another: each is described in a file of its own. */
import type { z } from "zod";
import type { InputIssue } from "../error.ts";
import type { Attachment } from "../report/report.ts";
import type { WorkNoun } from "./nouns.ts";
import type { Slip } from "./slip.ts";
import type { Said } from "./standing.ts";
import type { TaskContent } from "./task.ts";
import type { Way } from "./way.ts";

/** To an item of the ledger that it comes from (`clause`) or is about (`item`), or to another record of the work. */
export type WorkLink = { kind: "clause" | "item" | WorkNoun; target: string };

/** True of a link to an item of the ledger. */
export const isOfLedger = (kind: WorkLink["kind"]): kind is "clause" | "item" =>
  kind === "clause" || kind === "item";

/** What every record has, whichever its noun: by it records are found, counted and reached. */
export type WorkFacts = {
  title: string;
  /** What it is found by. */
  words: string;
  lead: string | null;
  /** Other units that have a part in it. */
  parts: readonly string[];
  due: string | null;
  links: readonly WorkLink[];
};

/** What work may refer to: units that file and the office itself, ministries, regions, and items of the ledger. */
export type Referable = {
  units: ReadonlySet<string>;
  ministries: ReadonlySet<string>;
  regions: ReadonlySet<string>;
  items: ReadonlySet<string>;
  /** Those of the items that count as policies by themselves; the office's own work is none. */
  policies: ReadonlySet<string>;
  /** Whether a place (lon, lat) lies in a region, where the boundaries are at hand. */
  lies?: (region: string, at: readonly [number, number]) => boolean;
};

/** A task that was made of a part of a record: of which, where it stands, and how far it is said to be. */
export type Made = { part: string | null; state: string; percent: number | null };

/**
 * A state that a record is to have, what it may refer to, the day (YYYY-MM-DD), the tasks made of its parts, and the
 * unit that whoever asks may do it for alone; left out where he may for every one.
 */
export type Asked<State> = {
  to: State;
  known: Referable;
  today: string;
  made: readonly Made[];
  own?: string | null;
};

/** A step that is taken: on which day and at which moment, by an account of which unit, and the units that file then. */
export type Acting<Content> = {
  today: string;
  at: string;
  slip: Slip | null;
  /** What the record says from the step on. */
  content: Content;
  unit: string | null;
  files: readonly string[];
};

/** Who looks: an account of a unit, or one that sees it whole; in a list nobody reads what others wrote. */
export type Eye = { unit: string | null; isWhole: boolean; isListed: boolean };

/**
 * What a step by which units receive a record is to a unit: not its own, not asked for, taken already, or open.
 */
export type Receiving = "foreign" | "unasked" | "done" | "open";

/** What is said of a field with which a record would be another's double. */
export const TAKEN = "another record has this already";

/** What is said where a unit would set another a task, or the region a plan. */
export const OWN_ALONE = "a unit sets tasks to itself alone";

/** Files that stand together at a place of a content. */
export type HeldFiles = { path: InputIssue["path"]; files: readonly Attachment[] };

export type NounSpec<Content, State extends string, Step extends string, Standing, Brief> = {
  /** Of its numbers, such as T. */
  prefix: string;
  content: z.ZodType<Content>;
  states: readonly [State, ...State[]];
  steps: readonly [Step, ...Step[]];
  way: Way<State, Step>;
  /** Steps before which a content is checked strictly. */
  checked: readonly Step[];
  facts: (content: Content) => WorkFacts;
  /** What a list says of it beside that, as of a day. */
  brief: z.ZodType<Brief>;
  tell: (content: Content, standing: Standing, today: string) => Brief;
  /** What is wrong with a content that is to have a state, each fault at its field. */
  issues: (content: Content, asked: Asked<State>) => InputIssue[];
  /** What its steps add up to beside its state, before the first of them and after each. */
  standing: z.ZodType<Standing>;
  start: Standing;
  stand: (before: Standing, step: Step, said: Said, on: Acting<Content>) => Standing;
  /** What is wrong with what is said with a step, beside what the step needs. */
  saidIssues?: (before: Standing, step: Step, said: Said) => InputIssue[];
  /** The colour that the rule gives it on a day. */
  slip: (
    of: { state: State; due: string | null; standing: Standing; brief: Brief },
    today: string,
  ) => Slip | null;
  /**
   * Tasks that a step makes of the parts of a content, each part by the name that the task's origin has for it; those
   * that are tasks already are left out by who asks.
   */
  tasks: (step: Step, id: string, content: Content) => { part: string; task: TaskContent }[];
  /** Steps that do nothing but make tasks: refused where none is left to be made. */
  makesTasks?: readonly Step[];
  /** Of a noun that is made of a part of another: which, and how far it is said to be, in per cent. */
  madeOf?: (content: Content, standing: Standing) => { part: string | null; percent: number | null };
  /** Of a noun that goes to units: those that have a part in it once a checked step is taken. */
  goesTo?: (content: Content, standing: Standing) => string[];
  /** Of such a noun: what a step of `work.receive` is to a unit. */
  receiving?: (content: Content, standing: Standing, step: Step, unit: string | null) => Receiving;
  /** Lists of files that a content holds, each with the place where it stands. */
  files?: (content: Content) => HeldFiles[];
  /** Steps with which a record lets go of its files: nobody is served them any longer. */
  forgets?: readonly Step[];
  /** What of the standing is for the eyes of who asks; all of it where this is left out. */
  shown?: (standing: Standing, eye: Eye) => Standing;
  /** What no other record of the noun may have while it has it, drafts too, and the field that says it. */
  unique?: (
    content: Content,
    standing: Standing,
    state: State,
  ) => { key: string; field: keyof Content & string } | null;
};

/** Ties the types of a noun's description together. */
export const asNoun = <Content, State extends string, Step extends string, Standing, Brief>(
  spec: NounSpec<Content, State, Step, Standing, Brief>,
): NounSpec<Content, State, Step, Standing, Brief> => spec;

/** Units that have a part in what `lead` leads, each once. */
export const partsBeside = (lead: string | null, units: readonly (string | null)[]): string[] =>
  [...new Set(units)].filter((unit): unit is string => unit !== null && unit !== lead);

/** Links to items, each once. */
export const linksTo = (items: readonly string[]): WorkLink[] =>
  [...new Set(items)].map((target) => ({ kind: "item", target }));
