import { ConflictError } from "#domain/error.ts";
import type { Language } from "#domain/look/words.ts";
import { lastDayOf } from "#domain/month.ts";
import type { Who } from "#domain/permission.ts";
import { OFFICE_UNIT } from "#domain/unit.ts";
import type { Division } from "#domain/work/papers/division.ts";
import type { InspectionReport } from "#domain/work/papers/inspection-report.ts";
import type { SlipNotice } from "#domain/work/papers/slip-notice.ts";
import { askedOf, FILTERS, type Search } from "#domain/work/search.ts";
import { SLIP_WORDS, TASK_STATE_WORDS } from "#domain/work/words.ts";
import { dayOf } from "#domain/zone.ts";
import { isDemo } from "../db/demo.ts";
import { listRegions, listUnits } from "../db/references.ts";
import type { Db } from "../db/schema.ts";
import { exportId } from "../export/export-id.ts";
import { listWork, readWork } from "./read.ts";

/** Who asks for a paper, and under what it is made. */
export type Asking = {
  who: Who | null;
  lang: Language;
  now: Date;
  revision: number;
  /** Such as http://127.0.0.1:8080. */
  origin: string;
  path: string;
};

/** What is drawn up is nobody's yet, and what was dropped is nobody's any longer: neither is divided. */
const GIVEN = ["assigned", "reported", "closed"] as const;

/** The tasks that an address asks for and that who asks may read. */
export async function gatherDivision(db: Db, search: Search, asking: Asking): Promise<Division> {
  const { who, lang, now, revision, origin, path } = asking;
  const asked = askedOf("task", search);
  const [{ rows, total }, units, demo] = await Promise.all([
    listWork(db, who, "task", { ...asked, states: asked.states ?? [...GIVEN] }, now),
    listUnits(db),
    isDemo(db),
  ]);
  const asOf = asked.asOf === undefined ? dayOf(now) : lastDayOf(asked.asOf);
  const query = new URLSearchParams(
    FILTERS.flatMap((key) => (search[key] ? [[key, search[key]]] : [])),
  ).toString();
  const unitName = (id: string) => {
    const unit = units.find((one) => one.id === id);
    return (lang === "en" ? unit?.nameEn : unit?.short) ?? id;
  };
  return {
    ...{ lang, demo, asOf, revision, rows, total, units },
    id: exportId({ asOf: asOf.slice(0, 7), revision, path, query: `${query}&${who?.id ?? ""}` }),
    viewUrl: `${origin}/desk/tasks${query === "" ? "" : `?${query}`}`,
    filter: [
      ...(asked.states ?? []).map((state) => TASK_STATE_WORDS[state][lang]),
      ...(asked.units ?? []).map(unitName),
      ...(asked.slips ?? []).map((slip) => SLIP_WORDS[slip][lang]),
      ...(asked.items ?? []),
      ...(asked.text === undefined ? [] : [`“${asked.text}”`]),
    ],
    organ: units.find(({ id }) => id === OFFICE_UNIT)?.name ?? OFFICE_UNIT,
  };
}

/** @throws ForbiddenError, NotFoundError */
export async function gatherInspection(db: Db, id: string, asking: Asking): Promise<InspectionReport> {
  const { who, now, revision, origin, path } = asking;
  const [read, units, regions, demo] = await Promise.all([
    readWork(db, who, "inspection", id, now),
    listUnits(db),
    listRegions(db),
    isDemo(db),
  ]);
  const today = dayOf(now);
  const query = `inspection=${id}`;
  const unitNames = new Map(units.map((unit) => [unit.id, unit.name]));
  const regionNames = new Map(regions.map(({ code, name }) => [code, name]));
  return {
    ...{ demo, today, revision, read },
    id: exportId({ asOf: today.slice(0, 7), revision, path, query }),
    viewUrl: `${origin}/desk/inspections?${query}`,
    unitOf: (unit) => unitNames.get(unit) ?? unit,
    regionOf: (code) => regionNames.get(code) ?? code,
    organ: unitNames.get(OFFICE_UNIT) ?? OFFICE_UNIT,
  };
}

/** @throws ForbiddenError, NotFoundError, ConflictError for a task that the rule gives no colour and nobody chases */
export async function gatherSlip(db: Db, task: string, asking: Asking): Promise<SlipNotice> {
  const { who, now, revision, origin, path } = asking;
  const [read, units, demo] = await Promise.all([
    readWork(db, who, "task", task, now),
    listUnits(db),
    isDemo(db),
  ]);
  const slip = read.work.standing.chased ?? read.slip;
  if (slip === null) throw new ConflictError("the task is neither due soon, behind nor overdue");
  const today = dayOf(now);
  const query = `task=${task}`;
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  return {
    ...{ demo, today, revision, read, slip },
    id: exportId({ asOf: today.slice(0, 7), revision, path, query }),
    viewUrl: `${origin}/desk/tasks?${query}`,
    nameOf: (unit) => names.get(unit) ?? unit,
    organ: names.get(OFFICE_UNIT) ?? OFFICE_UNIT,
  };
}
