import { firstTasks } from "#domain/work/first-tasks.ts";
import { NO_STANDING } from "#domain/work/standing.ts";
import { itemsNow } from "../filing/assignments.ts";
import { newId } from "../filing/filed.ts";
import { listDocuments, listUnits } from "../references.ts";
import type { Db } from "../schema.ts";
import { hasNone, insertWork } from "./rows.ts";

/**
 * Keeps the tasks that the source sets with a deadline in a ledger that has no tasks, assigned on the day on which it
 * was published.
 * @param note leaves its note in the same transaction, told how many there are
 * @returns what `note` returned; null where there were tasks already, or none are set
 */
export async function seedTasks<Noted>(
  db: Db,
  note: (tx: Db, tasks: number) => Promise<Noted>,
): Promise<Noted | null> {
  return db.transaction().execute(async (tx) => {
    if (!(await hasNone(tx, "task"))) return null;
    const [items, units, documents] = [await itemsNow(tx), await listUnits(tx), await listDocuments(tx)];
    const publishedOn = documents.map((one) => one.publishedOn).sort()[0];
    const tasks = firstTasks(items, units);
    if (publishedOn === undefined || tasks.length === 0) return null;
    const hand = { id: null, name: "", at: new Date(`${publishedOn}T00:00:00+08:00`).toISOString() };
    const standing = { ...NO_STANDING, assignedOn: publishedOn };
    for (const [at, content] of tasks.entries()) {
      const made = { id: newId(), noun: "task" as const, number: at + 1, content };
      await insertWork(tx, { ...made, step: "assign", state: "assigned", standing }, hand);
    }
    return note(tx, tasks.length);
  });
}
