import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import { InvalidInputError } from "#domain/error.ts";
import { type DrilledFilter, searchTerms } from "#domain/filter.ts";
import { type Color, LIGHTS, type LightChoice } from "#domain/light/light-state.ts";
import { hasGrams } from "./grams.ts";
import type { Db, Schema } from "./schema.ts";

export type Versions = ExpressionBuilder<Schema & { v: Schema["item_version"] }, "v">;

/** Versions that a filter of `#domain/filter.ts` matches at a month, told in SQL over `item_version as v`. */
export function matching(filter: DrilledFilter, asOf: string): (eb: Versions) => Expression<SqlBool> {
  return (eb) => {
    const all: Expression<SqlBool>[] = [
      eb("v.counted", "=", 1),
      eb("v.as_of", "<=", asOf),
      eb("v.until", ">", asOf),
      ...regionTerms(eb, filter),
      ...textTerms(eb, filter.text),
    ];
    const never = eb(eb.val(0), "=", 1);
    const anyOf = (column: "type" | "stage" | "sector", list: readonly string[] | undefined) => {
      if (list !== undefined) all.push(list.length === 0 ? never : eb(`v.${column}`, "in", list as never));
    };
    anyOf("type", filter.types);
    anyOf("stage", filter.stages);
    anyOf("sector", filter.sectors);
    for (const [role, units] of [
      ["responsible", filter.units],
      ["counterpart", filter.counterparts],
    ] as const) {
      if (units !== undefined) all.push(units.length === 0 ? never : hasUnit(eb, role, units));
    }
    if (filter.lights !== undefined) all.push(eb.or(lightTerms(eb, filter.lights, asOf)));
    return eb.and(all);
  };
}

/** A light of one of the colours asked for, or of none at all. */
function lightTerms(eb: Versions, lights: readonly LightChoice[], asOf: string): Expression<SqlBool>[] {
  const shines = (colors: readonly Color[]) =>
    eb.exists(
      eb
        .selectFrom("item_light as l")
        .select(eb.val(1).as("one"))
        .whereRef("l.item_id", "=", "v.item_id")
        .where("l.month", "=", asOf)
        .where("l.state", "in", colors),
    );
  const colors = LIGHTS.filter((color) => lights.includes(color));
  return [
    ...(colors.length === 0 ? [] : [shines(colors)]),
    ...(lights.includes("none") ? [eb.not(shines(LIGHTS))] : []),
    ...(lights.length === 0 ? [eb(eb.val(0), "=", 1)] : []),
  ];
}

function regionTerms(eb: Versions, { regions, within, basis }: DrilledFilter): Expression<SqlBool>[] {
  if (regions?.length === 0 || basis?.length === 0) return [eb(eb.val(0), "=", 1)];
  const areas = [regions, within === undefined ? undefined : [within]].filter((area) => area !== undefined);
  if (areas.length === 0) return basis === undefined ? [] : [liesIn(eb, undefined, basis)];
  return areas.map((area) => liesIn(eb, area, basis));
}

/** Anywhere at all where no area is given. */
function liesIn(eb: Versions, area: readonly string[] | undefined, basis: DrilledFilter["basis"]) {
  let lies = eb
    .selectFrom("item_region as r")
    .select(eb.val(1).as("one"))
    .whereRef("r.version_id", "=", "v.id");
  if (basis !== undefined) lies = lies.where("r.basis", "in", basis);
  if (area !== undefined) {
    lies = lies.where("r.code", "in", (inner) =>
      inner.selectFrom("region_ancestor as a").select("a.code").where("a.ancestor", "in", area),
    );
  }
  return eb.exists(lies);
}

function hasUnit(eb: Versions, role: "responsible" | "counterpart", units: readonly string[]) {
  return eb.exists(
    eb
      .selectFrom("item_unit as u")
      .select(eb.val(1).as("one"))
      .whereRef("u.version_id", "=", "v.id")
      .where("u.role", "=", role)
      .where("u.unit_id", "in", units),
  );
}

/** The grams narrow, the words decide: a text that has 天然 and 然气 need not have 天然气. */
function textTerms(eb: Versions, text: string | undefined): Expression<SqlBool>[] {
  const terms = searchTerms(text ?? "");
  if (terms.length === 0) return [];
  // No words hold half a character or a NUL, and LIKE would stop reading at one.
  if (terms.some((term) => !term.isWellFormed() || term.includes("\0"))) return [eb(eb.val(0), "=", 1)];
  let said = eb
    .selectFrom("item_text as t")
    .select(eb.val(1).as("one"))
    .whereRef("t.version_id", "=", "v.id");
  for (const term of terms) {
    const pattern = `%${term.replace(/[\\%_]/g, "\\$&")}%`;
    said = said.where(sql<SqlBool>`t.words like ${pattern} escape '\\'`);
  }
  return [hasGrams(eb, terms), eb.exists(said)];
}

/**
 * Codes of a filter that no region has, each at its place in the input.
 * @throws InvalidInputError
 */
export async function refuseUnknownRegions(db: Db, filter: DrilledFilter): Promise<void> {
  const { regions = [], within } = filter;
  const asked = [
    ...regions.map((code, index) => ({ code, path: ["filter", "regions", index] })),
    ...(within === undefined ? [] : [{ code: within, path: ["filter", "within"] }]),
  ];
  if (asked.length === 0) return;
  const codes = asked.map(({ code }) => code);
  const rows = await db.selectFrom("region").select("code").where("code", "in", codes).execute();
  const known = new Set(rows.map((row) => row.code));
  const issues = asked.flatMap(({ code, path }) =>
    known.has(code) ? [] : [{ path, message: `no region has the code ${code}` }],
  );
  if (issues.length > 0) throw new InvalidInputError(issues);
}
