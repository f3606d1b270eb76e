import { lightOf, type Said } from "#domain/light/judge.ts";
import { type Light, worstOf } from "#domain/light/light.ts";
import type { RuleSet } from "#domain/light/rules.ts";
import type { ReportContent } from "#domain/report/report.ts";
import { snapshotIn } from "../months/snapshots.ts";
import type { Db } from "../schema.ts";
import { type Overtaken, overridesIn, withOverride } from "./overrides.ts";
import { latestReports, nilUnits, type Published, reportsBefore } from "./published.ts";

/** Lights of a month by item, and overrides that end with it. */
export type Computed = { lights: Map<string, Light>; overtaken: Overtaken[] };

/**
 * What the rules make of the published reports of a month, and of the office's overrides: a light for each item that
 * somebody files for. An item that others count by has the worst light of its own reports and theirs. A unit with
 * nothing to report leaves its last report standing, of which start and overdue are judged anew. Reads only.
 */
export async function computeLights(
  db: Db,
  month: string,
  rules: Pick<RuleSet, "rules" | "version">,
): Promise<Computed> {
  const [items, assigned, reports, nil, overrides] = await Promise.all([
    itemsIn(db, month),
    filersIn(db, month),
    latestReports(db, month),
    nilUnits(db, month),
    overridesIn(db, month),
  ]);
  const carried = await reportsBefore(db, month, nil);
  const said = new Map<string, Published | null>();
  for (const { item_id, unit_id } of assigned) said.set(`${item_id} ${unit_id}`, null);
  for (const [key, report] of carried) said.set(key, report);
  for (const report of reports) said.set(`${report.item} ${report.unit}`, report);

  const own = new Map<string, { lights: Light[]; reports: string[] }>();
  for (const [key, report] of said) {
    const [item = "", unit = ""] = key.split(" ");
    if (!items.has(item)) continue;
    const of = own.get(item) ?? { lights: [], reports: [] };
    of.lights.push(lightOf(saidOf(item, unit, month, report), rules));
    if (report?.month === month) of.reports.push(report.id);
    own.set(item, of);
  }
  const computed: Computed = { lights: new Map(), overtaken: [] };
  const settle = (item: string, { lights, reports }: { lights: Light[]; reports: string[] }) => {
    const worst = worstOf(lights);
    if (worst === null) return;
    const override = overrides.get(item);
    const { light, overtaken } =
      override === undefined ? { light: worst, overtaken: null } : withOverride(worst, override, reports);
    computed.lights.set(item, light);
    if (overtaken !== null) computed.overtaken.push(overtaken);
  };
  const parts = [...own].filter(([item]) => items.get(item) !== item);
  for (const [item, of] of parts) settle(item, of);
  const partsOf = Map.groupBy(parts, ([item]) => items.get(item));
  const roots = new Set([...own.keys()].map((item) => items.get(item) ?? item));
  for (const root of roots) {
    const of = own.get(root) ?? { lights: [], reports: [] };
    const below = partsOf.get(root) ?? [];
    settle(root, {
      // The office's word on a part is its whole's too, until the whole has one of its own.
      lights: [...of.lights, ...below.flatMap(([part]) => computed.lights.get(part) ?? [])],
      reports: [...of.reports, ...below.flatMap(([, { reports }]) => reports)],
    });
  }
  return computed;
}

function saidOf(item: string, unit: string, month: string, report: Published | null): Said {
  if (report === null) return { content: null, item, unit, month };
  const carriedFrom = report.month === month ? null : report.month;
  return { content: contentOf(report, month), item, unit, month, carriedFrom };
}

/** What was due by an earlier month is no plan of this one: of a report that stands on, only the start is judged. */
function contentOf(report: Published, month: string): ReportContent {
  if (report.month === month) return report.content;
  const none = { planned: null, actual: null };
  return {
    ...report.content,
    plannedPercent: null,
    actualPercent: null,
    investment: { month: none, year: none, total: none },
  };
}

/** Who files for what: today, and in a frozen month whoever had not reported when it was frozen. */
async function filersIn(db: Db, month: string): Promise<{ item_id: string; unit_id: string }[]> {
  if ((await snapshotIn(db, month)) === null) {
    return db
      .selectFrom("assignment")
      .select(["item_id", "unit_id"])
      .orderBy("item_id")
      .orderBy("unit_id")
      .execute();
  }
  const rows = await db
    .selectFrom("item_light")
    .select(["record", "unit_id"])
    .where("month", "=", month)
    .where("state", "=", "unreported")
    .orderBy("item_id")
    .execute();
  return rows.flatMap(({ record, unit_id }) =>
    unit_id === null ? [] : [{ item_id: (JSON.parse(record) as Light).item, unit_id }],
  );
}

/** Items in effect, each with the one it counts by. */
async function itemsIn(db: Db, month: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("item_version")
    .select(["item_id", "root"])
    .where("as_of", "<=", month)
    .where("until", ">", month)
    .execute();
  return new Map(rows.map(({ item_id, root }) => [item_id, root]));
}
