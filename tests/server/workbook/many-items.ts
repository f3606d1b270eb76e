import { sql } from "kysely";
import type { Db } from "#server/db/schema.ts";
import { aContent } from "./a-base.ts";

/** What every one of them says was done. */
export const DONE = "浇筑混凝土";

/** Gives a unit so many items more to file for, each like the first of the ledger, with a draft of the month. */
export async function addManyItems(write: Db, unit: string, month: string, count: number): Promise<void> {
  const numbers = sql`with recursive n (k) as (select 1 union all select k + 1 from n where k < ${count})`;
  await sql`insert into item (id, noun, ordinal)
    ${numbers} select printf('N-%05d', k), 'project', 100000 + k from n`.execute(write);
  await sql`insert into item_version (item_id, as_of, until, noun, counted, root, office, ordinal, type, stage,
      stage_words, stage_basis, sector, title, due, regions, children, sort_title, sort_region, sort_stage_up,
      sort_stage_down)
    ${numbers} select printf('N-%05d', k), v.as_of, v.until, 'project', v.counted, printf('N-%05d', k), v.office, 100000 + k, 'project',
      'construction', v.stage_words, v.stage_basis, v.sector, '第 ' || k || ' 项', v.due, v.regions, v.children,
      v.sort_title, v.sort_region, v.sort_stage_up, v.sort_stage_down
    from n, (select * from item_version order by id limit 1) v`.execute(write);
  await sql`insert into assignment (item_id, unit_id, ordinal, lead)
    ${numbers} select printf('N-%05d', k), ${unit}, 0, 1 from n`.execute(write);
  await sql`insert into report (id, item_id, unit_id, month, version, state, content, edition, reason, led, edited_by,
      edited_by_name, edited_at)
    ${numbers} select printf('%026d', k), printf('N-%05d', k), ${unit}, ${month}, 1, 'draft', ${JSON.stringify(aContent({ done: DONE }))}, 1, null, 1,
      'x', 'x', '2012-10-01T00:00:00.000Z' from n`.execute(write);
}
