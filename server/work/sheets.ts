/** What workbooks of the office's work are written from: what the asker may read and his page asks for. */
import { nameIn, type Words } from "#domain/look/words.ts";
import { lastDayOf } from "#domain/month.ts";
import { scopesOf } from "#domain/permission.ts";
import { OFFICE_UNIT, type Unit } from "#domain/unit.ts";
import type { MeasureContent } from "#domain/work/measure.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import type { SheetAbout } from "#domain/work/papers/about.ts";
import type { ApprovalSheets } from "#domain/work/papers/approval-sheets.ts";
import type { Division } from "#domain/work/papers/division.ts";
import type { PolicySheets } from "#domain/work/papers/policy-sheets.ts";
import { CLASSES, chosenLines, policyLines } from "#domain/work/policy-table.ts";
import { askedOf, FILTERS, type Search } from "#domain/work/search.ts";
import {
  APPROVAL_STATE_WORDS,
  CLASS_WORDS,
  MEASURE_STATE_WORDS,
  SLIP_WORDS,
  TASK_STATE_WORDS,
} from "#domain/work/words.ts";
import { dayOf } from "#domain/zone.ts";
import { isDemo } from "../db/demo.ts";
import { listUnits } from "../db/references.ts";
import type { Db } from "../db/schema.ts";
import { projectBoard } from "../db/work/board.ts";
import { itemNames } from "../db/work/history.ts";
import { listWorkRows } from "../db/work/list.ts";
import { presentPolicies } from "../db/work/policies.ts";
import { exportId } from "../export/export-id.ts";
import type { Asking } from "./papers.ts";
import { reachOf } from "./reach.ts";
import { endOf, listWork } from "./read.ts";

/** What is drawn up is nobody's yet, and what was dropped is nobody's any longer: neither is divided. */
const GIVEN = ["assigned", "reported", "closed"] as const;

/** What the sheet says that tells what the workbook is. @param keys of the address that it answers to */
function aboutOf(
  { who, lang, now, revision, origin, path }: Asking,
  search: Search & { class?: string },
  noun: WorkNoun,
  { states, units, demo }: { states: Readonly<Record<string, Words>>; units: readonly Unit[]; demo: boolean },
): SheetAbout {
  const asked = askedOf(noun, search);
  const asOf = asked.asOf === undefined ? dayOf(now) : lastDayOf(asked.asOf);
  const keys = [...FILTERS, ...(noun === "measure" ? (["class"] as const) : [])];
  const query = new URLSearchParams(
    keys.flatMap((key) => (search[key] ? [[key, search[key]]] : [])),
  ).toString();
  const chosen = CLASSES.find((one) => one === search.class);
  const nameOf = (id: string) => {
    const unit = units.find((one) => one.id === id);
    return (lang === "en" ? unit?.nameEn : unit?.short) ?? id;
  };
  return {
    ...{ lang, demo, asOf, revision },
    id: exportId({ asOf: asOf.slice(0, 7), revision, path, query: `${query}&${who?.id ?? ""}` }),
    viewUrl: `${origin}/desk/${noun}s${query === "" ? "" : `?${query}`}`,
    filter: [
      ...(noun === "measure" && chosen !== undefined ? [CLASS_WORDS[chosen][lang]] : []),
      ...(asked.states ?? []).map((state) => states[state]?.[lang] ?? state),
      ...(asked.units ?? []).map(nameOf),
      ...(asked.slips ?? []).map((slip) => SLIP_WORDS[slip][lang]),
      ...(asked.items ?? []),
      ...(asked.text === undefined ? [] : [`“${asked.text}”`]),
    ],
  };
}

/** The tasks that an address asks for and that who asks may read. */
export async function gatherDivision(db: Db, search: Search, asking: Asking): Promise<Division> {
  const { who, now } = asking;
  const asked = askedOf("task", search);
  const [{ rows, total }, units, demo] = await Promise.all([
    listWork(db, who, "task", { ...asked, states: asked.states ?? [...GIVEN] }, now),
    listUnits(db),
    isDemo(db),
  ]);
  return {
    ...aboutOf(asking, search, "task", { states: TASK_STATE_WORDS, units, demo }),
    ...{ rows, total, units },
    organ: units.find(({ id }) => id === OFFICE_UNIT)?.name ?? OFFICE_UNIT,
  };
}

/** The approvals that an address asks for and that who asks may read, and the board. */
export async function gatherApprovals(db: Db, search: Search, asking: Asking): Promise<ApprovalSheets> {
  const { who, now, lang } = asking;
  const [{ rows, total }, open, board, units, demo] = await Promise.all([
    listWork(db, who, "approval", askedOf("approval", search), now),
    listWork(db, who, "approval", {}, now),
    projectBoard(db),
    listUnits(db),
    isDemo(db),
  ]);
  const items = await itemNames(db, [...new Set(rows.flatMap(({ brief: { item } }) => item ?? []))]);
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  return {
    ...aboutOf(asking, search, "approval", { states: APPROVAL_STATE_WORDS, units, demo }),
    ...{ rows, total, board, open: open.rows },
    unitOf: namesOf(units, lang),
    itemOf: (id) => titles.get(id) ?? id,
  };
}

/** The policies that an address asks for, with what is made of each as far as who asks may read it. */
export async function gatherPolicies(
  db: Db,
  search: Search & { class?: string },
  asking: Asking,
): Promise<PolicySheets> {
  const { who, now, lang } = asking;
  const { asOf } = askedOf("measure", search);
  const [policies, all, met, contents, units, demo] = await Promise.all([
    presentPolicies(db),
    listWork(db, who, "measure", asOf === undefined ? {} : { asOf }, now),
    listWork(db, who, "measure", askedOf("measure", search), now),
    reachOf(db, who, "measure").then((reach) =>
      listWorkRows(db, "measure", reach, asOf === undefined ? {} : { before: endOf(asOf) }),
    ),
    listUnits(db),
    isDemo(db),
  ]);
  const contentOf = new Map(contents.map(({ id, content }) => [id, JSON.parse(content) as MeasureContent]));
  const whole = ({ rows }: typeof all) =>
    rows.flatMap((row) => {
      const content = contentOf.get(row.id);
      return content === undefined ? [] : [{ ...row, content }];
    });
  const records = whole(all);
  return {
    ...aboutOf(asking, search, "measure", { states: MEASURE_STATE_WORDS, units, demo }),
    lines: chosenLines(
      { lines: policyLines(policies, records), policies, met: whole(met) },
      search,
      CLASSES.find((one) => one === search.class),
    ),
    isWhole: scopesOf("work.read", who).includes("all"),
    unitOf: namesOf(units, lang),
  };
}

const namesOf = (units: readonly Unit[], lang: Asking["lang"]): ((id: string) => string) => {
  const names = new Map(units.map((unit) => [unit.id, nameIn(lang, unit)]));
  return (id) => names.get(id) ?? id;
};
