import { randomUUID } from "node:crypto";
import type { Selectable } from "kysely";
import type { Light } from "#domain/light/light.ts";
import type { LightState } from "#domain/light/light-state.ts";
import type { StandingOverride } from "#domain/light/requests.ts";
import { publishedMonth } from "../month.ts";
import { type Db, type Schema, STILL } from "../schema.ts";

export type Override = Pick<
  Selectable<Schema["light_override"]>,
  "id" | "item_id" | "from_month" | "state" | "reason"
> & { seen: readonly string[] };

/** An override that stands no longer, and why. */
export type Overtaken = { id: string; why: "report" | "agrees" };

/** Overrides that stand when a month begins or are made in it, by item. */
export async function overridesIn(db: Db, month: string): Promise<Map<string, Override>> {
  const rows = await db
    .selectFrom("light_override")
    .select(["id", "item_id", "from_month", "state", "reason", "seen"])
    .where("from_month", "<=", month)
    .where((eb) => eb.or([eb("ended_month", "is", null), eb("ended_month", ">", month)]))
    .orderBy("from_month")
    .orderBy("at")
    .execute();
  return new Map(
    rows.map((row) => [row.item_id, { ...row, seen: JSON.parse(row.seen) as readonly string[] }]),
  );
}

/**
 * The light under an override. It is overtaken when a report arrives that it has not seen, of its own month (a
 * correction) or a later one, or when the rules come to say the same.
 */
export function withOverride(
  computed: Light,
  { id, state, from_month, reason, seen }: Override,
  reports: readonly string[],
): { light: Light; overtaken: Overtaken | null } {
  const why = reports.some((report) => !seen.includes(report))
    ? "report"
    : computed.state === state
      ? "agrees"
      : null;
  if (why !== null) return { light: computed, overtaken: { id, why } };
  const override = { since: from_month, reason, computed: computed.state };
  return { light: { ...computed, state, override }, overtaken: null };
}

/** Overrides that have not ended, the latest first, with what the rules say instead. */
export async function standingOverrides(db: Db): Promise<StandingOverride[]> {
  const month = await publishedMonth(db, undefined);
  if (month === null) return [];
  const rows = await db
    .selectFrom("light_override as o")
    .innerJoin("item_version as v", (join) =>
      join.onRef("v.item_id", "=", "o.item_id").on("v.until", "=", STILL),
    )
    .innerJoin("item_light as l", (join) =>
      join.onRef("l.item_id", "=", "o.item_id").on("l.month", "=", month),
    )
    .select([
      "o.item_id",
      "v.title",
      "o.from_month",
      "o.state",
      "o.reason",
      "o.author_name",
      "o.at",
      "l.record",
    ])
    .where("o.ended_month", "is", null)
    .orderBy("o.at", "desc")
    .execute();
  return rows.map(({ record, ...row }) => {
    const light = JSON.parse(record) as Light;
    return {
      item: row.item_id,
      title: row.title,
      since: row.from_month,
      state: row.state,
      computed: light.override?.computed ?? light.state,
      reason: row.reason,
      author: row.author_name,
      at: row.at,
    };
  });
}

/** Ends overrides at a month, which they then no longer hold in. */
export async function endOverrides(
  tx: Db,
  month: string,
  ended: readonly { id: string; why: NonNullable<Schema["light_override"]["ended_why"]> }[],
): Promise<void> {
  for (const { id, why } of ended) {
    await tx
      .updateTable("light_override")
      .set({ ended_month: month, ended_why: why })
      .where("id", "=", id)
      .execute();
  }
}

/** Ends whatever override of the item holds in the month, and begins another unless `state` is null. */
export async function putOverride(
  tx: Db,
  made: {
    item: string;
    month: string;
    state: LightState | null;
    reason: string;
    seen: readonly string[];
    author: { id: string; name: string };
  },
): Promise<void> {
  const { item, month, state, reason, seen, author } = made;
  await tx
    .updateTable("light_override")
    .set({ ended_month: month, ended_why: state === null ? "lifted" : "replaced" })
    .where("item_id", "=", item)
    .where("from_month", "<=", month)
    .where((eb) => eb.or([eb("ended_month", "is", null), eb("ended_month", ">", month)]))
    .execute();
  if (state === null) return;
  await tx
    .insertInto("light_override")
    .values({
      id: randomUUID(),
      item_id: item,
      from_month: month,
      state,
      reason,
      seen: JSON.stringify(seen),
      author_id: author.id,
      author_name: author.name,
      at: new Date().toISOString(),
      ended_month: null,
      ended_why: null,
    })
    .execute();
}
