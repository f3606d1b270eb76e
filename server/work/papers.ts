import { ConflictError } from "#domain/error.ts";
import type { Language } from "#domain/look/words.ts";
import type { Who } from "#domain/permission.ts";
import { OFFICE_UNIT } from "#domain/unit.ts";
import type { InspectionReport } from "#domain/work/papers/inspection-report.ts";
import type { SlipNotice } from "#domain/work/papers/slip-notice.ts";
import { dayOf } from "#domain/zone.ts";
import { isDemo } from "../db/demo.ts";
import { listRegions, listUnits } from "../db/references.ts";
import type { Db } from "../db/schema.ts";
import { exportId } from "../export/export-id.ts";
import { readWork } from "./read.ts";

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
