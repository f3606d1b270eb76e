import type { Selectable } from "kysely";
import type { RuleSet, Rules, RulesInForce } from "#domain/light/rules.ts";
import type { Db, Schema } from "../schema.ts";

const ruleSetOf = (row: Selectable<Schema["rule_set"]>): RuleSet => ({
  version: row.version,
  from: row.from_month,
  rules: JSON.parse(row.content) as Rules,
  reason: row.reason,
  author: row.author_name,
  at: row.at,
});

/** Every version, the newest first. Migration 5 writes the first. */
export async function listRuleSets(db: Db): Promise<RuleSet[]> {
  const rows = await db.selectFrom("rule_set").selectAll().orderBy("version", "desc").execute();
  return rows.map(ruleSetOf);
}

/** The rules in force in a month. */
export async function rulesIn(db: Db, month: string): Promise<RuleSet> {
  const row = await db
    .selectFrom("rule_set")
    .selectAll()
    .where("from_month", "<=", month)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return ruleSetOf(row);
}

/** The same, as far as it makes a light. */
export async function rulesInForce(db: Db, month: string): Promise<RulesInForce> {
  const { version, rules } = await rulesIn(db, month);
  return { version, rules };
}

/** Adds a version in the caller's transaction; returns it. */
export async function addRuleSet(
  tx: Db,
  {
    rules,
    from,
    reason,
    author,
  }: Pick<RuleSet, "rules" | "from" | "reason"> & { author: { id: string; name: string } },
): Promise<RuleSet> {
  const last = await tx
    .selectFrom("rule_set")
    .select((eb) => eb.fn.max("version").as("version"))
    .executeTakeFirstOrThrow();
  const row = {
    version: Number(last.version) + 1,
    from_month: from,
    content: JSON.stringify(rules),
    reason,
    author_id: author.id,
    author_name: author.name,
    at: new Date().toISOString(),
  };
  await tx.insertInto("rule_set").values(row).execute();
  return ruleSetOf(row);
}
