import { InvalidInputError } from "#domain/error.ts";
import type { LightCounts } from "#domain/light/light-state.ts";
import type { StageCounts } from "#domain/measure.ts";
import { monthsBetween } from "#domain/month.ts";
import { MOST_MONTHS, type Span, type SpanQuery, sumMoney, worstOver } from "#domain/months/summary.ts";
import { matching, refuseUnknownRegions } from "../filter.ts";
import { latestReports } from "../lights/published.ts";
import type { Db } from "../schema.ts";

/** Several months as one, by the rules that `zSpan` states. @throws InvalidInputError */
export async function summarizeSpan(db: Db, { from, to, filter = {} }: SpanQuery): Promise<Span> {
  if (monthsBetween(from, to) >= MOST_MONTHS) {
    throw new InvalidInputError([{ path: ["to"], message: `expected ${MOST_MONTHS} months at most` }]);
  }
  await refuseUnknownRegions(db, filter);
  const published = await db
    .selectFrom("publication")
    .select("as_of")
    .where("as_of", ">=", from)
    .where("as_of", "<=", to)
    .orderBy("as_of")
    .execute();
  const months = published.map(({ as_of }) => as_of);
  const last = months.at(-1);
  const nothing = { planned: "0.00", actual: "0.00", unsaid: { planned: 0, actual: 0 } };
  if (last === undefined) {
    const lights = { last: {}, worst: {} };
    return { from, to, months, items: 0, reports: 0, investment: nothing, stages: {}, lights };
  }
  const found = db.selectFrom("item_version as v").where(matching(filter, last)).where("v.office", "=", 0);
  const [roots, members, lit] = await Promise.all([
    found.select(["v.item_id", "v.stage"]).execute(),
    db
      .selectFrom("item_version as c")
      .select("c.item_id")
      .where("c.as_of", "<=", last)
      .where("c.until", ">", last)
      .where("c.root", "in", found.select("v.item_id"))
      .execute(),
    found
      .innerJoin("item_light as l", "l.item_id", "v.item_id")
      .select(["l.item_id", "l.month", "l.state"])
      .where("l.month", "in", months)
      .orderBy("l.month")
      .execute(),
  ]);
  const within = new Set(members.map(({ item_id }) => item_id));
  const said = [];
  for (const month of months) {
    for (const { item, content } of await latestReports(db, month)) {
      if (within.has(item)) said.push(content.investment.month);
    }
  }
  const [planned, actual] = [
    sumMoney(said.map((one) => one.planned)),
    sumMoney(said.map((one) => one.actual)),
  ];
  const stages: StageCounts = {};
  for (const { stage } of roots) stages[stage] = (stages[stage] ?? 0) + 1;
  const lights: Span["lights"] = { last: {}, worst: {} };
  for (const [, ofItem] of Map.groupBy(lit, ({ item_id }) => item_id)) {
    add(lights.last, ofItem.find(({ month }) => month === last)?.state ?? null);
    add(lights.worst, worstOver(ofItem.map(({ state }) => state)));
  }
  return {
    from,
    to,
    months,
    items: roots.length,
    reports: said.length,
    investment: {
      planned: planned.sum,
      actual: actual.sum,
      unsaid: { planned: planned.unsaid, actual: actual.unsaid },
    },
    stages,
    lights,
  };
}

function add(counts: LightCounts, state: keyof LightCounts | null): void {
  if (state !== null) counts[state] = (counts[state] ?? 0) + 1;
}
