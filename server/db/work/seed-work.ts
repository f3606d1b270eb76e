import type { Item } from "#domain/item.ts";
import type { Unit } from "#domain/unit.ts";
import { firstTasks } from "#domain/work/first-tasks.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { firstOpinions } from "#domain/work/opinion.ts";
import { NO_STANDING } from "#domain/work/standing.ts";
import type { ContentOf, StandingOf } from "#domain/work/work.ts";
import { itemsNow } from "../filing/assignments.ts";
import { newId } from "../filing/filed.ts";
import { listDocuments, listUnits } from "../references.ts";
import type { Db } from "../schema.ts";
import { hasNone, insertWork } from "./rows.ts";

/** What the source says of a noun: its records, and the step and state in which they are. */
type First<N extends WorkNoun> = {
  noun: N;
  records: (items: readonly Item[], units: readonly Unit[]) => ContentOf<N>[];
  step: string;
  state: string;
  standing: (publishedOn: string) => StandingOf<N>;
};

const TASKS: First<"task"> = {
  noun: "task",
  records: firstTasks,
  step: "assign",
  state: "assigned",
  standing: (assignedOn) => ({ ...NO_STANDING, assignedOn }),
};
const OPINIONS: First<"opinion"> = {
  noun: "opinion",
  records: firstOpinions,
  step: "issue",
  state: "issued",
  standing: () => NO_STANDING,
};

/** Leaves its note in the same transaction, told how many records there are. */
type Note<Noted> = (tx: Db, count: number) => Promise<Noted>;

/**
 * Keeps what the source says of a noun in a ledger that has none of it, as of the day on which it was published.
 * @returns what `note` returned; null where there was some already, or the source says nothing
 */
async function seedWork<N extends WorkNoun, Noted>(
  db: Db,
  { noun, records, step, state, standing }: First<N>,
  note: Note<Noted>,
): Promise<Noted | null> {
  return db.transaction().execute(async (tx) => {
    if (!(await hasNone(tx, noun))) return null;
    const [items, units, documents] = [await itemsNow(tx), await listUnits(tx), await listDocuments(tx)];
    const publishedOn = documents.map((one) => one.publishedOn).sort()[0];
    const found = records(items, units);
    if (publishedOn === undefined || found.length === 0) return null;
    const hand = { id: null, name: "", at: new Date(`${publishedOn}T00:00:00+08:00`).toISOString() };
    for (const [at, content] of found.entries()) {
      const made = { id: newId(), noun, number: at + 1, content };
      await insertWork(tx, { ...made, step, state, standing: standing(publishedOn) }, hand);
    }
    return note(tx, found.length);
  });
}

/** The tasks that the source sets with a deadline. */
export const seedTasks = <Noted>(db: Db, note: Note<Noted>): Promise<Noted | null> =>
  seedWork(db, TASKS, note);

/** The ministries that the source names as having issued or signed an opinion. */
export const seedOpinions = <Noted>(db: Db, note: Note<Noted>): Promise<Noted | null> =>
  seedWork(db, OPINIONS, note);
