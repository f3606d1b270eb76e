import { type Item, LADDER_OF } from "#domain/item.ts";
import { monthAfter } from "#domain/month.ts";
import type { Who } from "#domain/permission.ts";
import type { Comment } from "#domain/report/exchange.ts";
import type { ReportContent, ReportState } from "#domain/report/report.ts";
import type { Step } from "#domain/report/step.ts";
import { readRegions } from "#geo/read.ts";
import { newId, stepColumns } from "../db/filing/filed.ts";
import { type Db, STILL } from "../db/schema.ts";
import { insertRows } from "../db/version-rows.ts";
import { demoItem } from "./items.ts";
import { type Course, contentAt, courseOf, paperAt } from "./progress.ts";
import { demoProjects } from "./projects.ts";

export type Filed = { item: Item; unit: string; content: (month: string) => ReportContent };

/** Who files for what, and how it goes. */
export async function coursesOf(db: Db): Promise<Filed[]> {
  const rows = await db
    .selectFrom("assignment as a")
    .innerJoin("item_version as v", "v.item_id", "a.item_id")
    .innerJoin("item_text as t", "t.version_id", "v.id")
    .select(["a.unit_id", "t.record"])
    .where("v.until", "=", STILL)
    .orderBy("v.ordinal")
    .orderBy("a.ordinal")
    .execute();
  const projects = new Map(
    demoProjects(readRegions()).map((project, n) => [demoItem(project, n).id, project]),
  );
  return rows.map(({ unit_id, record }) => {
    const item = JSON.parse(record) as Item;
    const plan = projects.get(item.id) ?? { begins: -6, months: 36, total: 80_000 };
    const course: Course = courseOf(item.id, plan);
    const content = (month: string) =>
      item.type === "project"
        ? contentAt(course, month, item.stage)
        : paperAt(item.id, LADDER_OF[item.type], item.stage, month);
    return { item, unit: unit_id, content };
  });
}

/** A report as far as it has come, said by whom. */
export type OnItsWay = {
  filed: Filed;
  state: ReportState;
  /** What is said in place of the whole. */
  said?: Partial<ReportContent>;
  comments?: Comment[];
};
type People = { reporter: Who; reviewer: Who };

/** Steps that lead to a state. */
const WAYS: Record<Exclude<ReportState, "published">, readonly Step[]> = {
  draft: ["save"],
  submitted: ["save", "submit"],
  returned: ["save", "submit", "return"],
  accepted: ["save", "submit", "accept"],
};
const STATES: Partial<Record<Step, ReportState>> = {
  save: "draft",
  submit: "submitted",
  return: "returned",
  accept: "accepted",
};
/** Moments of the next month: written on its 2nd, decided on later that day, as Hohhot has it. */
const HOURS: Partial<Record<Step, string>> = {
  save: "01:10",
  submit: "02:30",
  return: "07:40",
  accept: "08:20",
};
export const momentOf = (month: string, step: Step): string =>
  `${monthAfter(month, 1)}-02T${HOURS[step] ?? "09:00"}:00.000Z`;

/** Files reports of a month, each with the way that it has come. */
export async function file(
  tx: Db,
  month: string,
  reports: readonly OnItsWay[],
  { reporter, reviewer }: People,
): Promise<void> {
  const byOf = (step: Step) => (step === "accept" || step === "return" ? reviewer : reporter);
  const made = reports.map((one) => ({ ...one, id: newId(), way: WAYS[one.state as keyof typeof WAYS] }));
  await insertRows(
    tx,
    "report",
    made.map(({ id, filed: { item, unit, content }, state, said, way }) => {
      const last = way.at(-1) ?? "save";
      return {
        id,
        item_id: item.id,
        unit_id: unit,
        month,
        version: 1,
        state,
        content: JSON.stringify({ ...content(month), ...said }),
        edition: way.length,
        reason: null,
        led: 0,
        edited_by: byOf(last).id,
        edited_by_name: byOf(last).name,
        edited_at: momentOf(month, last),
      };
    }),
  );
  await insertRows(
    tx,
    "report_step",
    made.flatMap(({ id, way, comments = [] }) =>
      way.map((step, seq) => ({
        report_id: id,
        ...stepColumns(seq, {
          step,
          state: STATES[step] ?? "draft",
          at: momentOf(month, step),
          who: byOf(step),
          ...(step === "return" ? { comments } : {}),
        }),
      })),
    ),
  );
}
