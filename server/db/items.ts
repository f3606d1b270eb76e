import type { Selectable } from "kysely";
import type { Noun } from "#domain/item.ts";
import type { LightState } from "#domain/light/light-state.ts";
import type { ItemPage, ItemQuery, ItemRow } from "#domain/query.ts";
import type { Sort } from "#domain/sort.ts";
import { digestOf, formatCursor, parseCursor } from "./cursor.ts";
import { matching, refuseUnknownRegions } from "./filter.ts";
import { lightStates } from "./lights/read.ts";
import { publishedMonth } from "./month.ts";
import type { Db, Schema } from "./schema.ts";

const DEFAULT_LIMIT = 50;

export const ROW_COLUMNS = [
  "v.item_id",
  "v.noun",
  "v.type",
  "v.title",
  "v.stage",
  "v.stage_words",
  "v.stage_basis",
  "v.sector",
  "v.regions",
  "v.children",
  "v.due",
] as const;
type RowColumns = Selectable<
  Pick<
    Schema["item_version"],
    | "item_id"
    | "noun"
    | "type"
    | "title"
    | "stage"
    | "stage_words"
    | "stage_basis"
    | "sector"
    | "regions"
    | "children"
    | "due"
  >
>;

export const rowOf = (version: RowColumns, light: LightState | null): ItemRow => ({
  id: version.item_id,
  noun: version.noun,
  type: version.type,
  title: version.title,
  stage: version.stage,
  stageWords: version.stage_words,
  stageBasis: version.stage_basis,
  sector: version.sector,
  regions: JSON.parse(version.regions) as ItemRow["regions"],
  children: JSON.parse(version.children) as string[],
  due: version.due,
  light,
});

/** Column and direction of a sort. Ties stand in the order of the source, in the sort's own direction. */
export function orderOf({ by, descending = false }: Sort) {
  const direction = descending ? "desc" : "asc";
  if (by === "title") return { column: "v.sort_title", direction } as const;
  if (by === "region") return { column: "v.sort_region", direction } as const;
  // Off the ladder no order is claimed: those stand last in either direction.
  if (by === "stage") {
    return { column: descending ? "v.sort_stage_down" : "v.sort_stage_up", direction: "asc" } as const;
  }
  return { column: "v.ordinal", direction } as const;
}

/**
 * A page of the counted items of one noun.
 * @throws InvalidInputError for an unknown region or a cursor of another question.
 */
export async function listItems(db: Db, noun: Noun, query: ItemQuery): Promise<ItemPage> {
  const { filter = {}, sort = { by: "source" }, limit = DEFAULT_LIMIT } = query;
  const [month] = await Promise.all([publishedMonth(db, query.asOf), refuseUnknownRegions(db, filter)]);
  const digest = digestOf([noun, filter, sort, query.asOf ?? null]);
  const after = query.cursor === undefined ? null : parseCursor(digest, query.cursor);
  if (month === null) return { items: [], nextCursor: null, total: 0 };

  const matched = db
    .selectFrom("item_version as v")
    .where("v.noun", "=", noun)
    .where(matching(filter, month));
  const { column, direction } = orderOf(sort);
  let page = matched
    .select([...ROW_COLUMNS, "v.ordinal"])
    .select(`${column} as key`)
    .orderBy(column, direction)
    .orderBy("v.ordinal", direction)
    .limit(limit + 1);
  if (after !== null) {
    const beyond = direction === "asc" ? ">" : "<";
    page = page.where((eb) =>
      eb.or([
        eb(column, beyond, after.key as never),
        eb.and([eb(column, "=", after.key as never), eb("v.ordinal", beyond, after.ordinal)]),
      ]),
    );
  }
  const [rows, count] = await Promise.all([
    page.execute(),
    matched.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow(),
  ]);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const lights = await lightStates(
    db,
    month,
    shown.map((row) => row.item_id),
  );
  return {
    items: shown.map((row) => rowOf(row, lights.get(row.item_id) ?? null)),
    nextCursor: last === undefined ? null : formatCursor(digest, { key: last.key, ordinal: last.ordinal }),
    total: count.total,
  };
}
