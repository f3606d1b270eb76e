import { sql } from "kysely";
import { NotFoundError } from "#domain/error.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import type { Said } from "#domain/work/standing.ts";
import { type ContentOf, factsOf, heldFiles, type StandingOf, specOf } from "#domain/work/work.ts";
import { dayOf } from "#domain/zone.ts";
import type { Db, Schema } from "../schema.ts";

/** A record as it stands: what it is, the version in force, its last step. */
export type WorkRow = Schema["work"] &
  Pick<Schema["work_version"], "version" | "lead_unit" | "due" | "content" | "title"> &
  Pick<Schema["work_step"], "state" | "standing"> & {
    /** When the version in force was written last. */
    written_at: string;
  };

/** Who acts, and when; the source itself has no account. */
export type Hand = { id: string | null; name: string; at: string };

/** The latest steps of records, each with the version that it left; before a moment where one is given. */
export function standingWork(db: Db, before?: string) {
  return db
    .selectFrom("work as w")
    .innerJoin("work_step as s", (join) => {
      const ofRecord = join.onRef("s.work_id", "=", "w.id");
      if (before === undefined) return ofRecord.onRef("s.seq", "=", "w.seq");
      return ofRecord.on("s.seq", "=", (eb) =>
        eb
          .selectFrom("work_step as e")
          .select((e) => e.fn.max("e.seq").as("seq"))
          .whereRef("e.work_id", "=", "w.id")
          .where("e.at", "<", before),
      );
    })
    .innerJoin("work_version as v", (join) =>
      join.onRef("v.work_id", "=", "w.id").onRef("v.version", "=", "s.version"),
    )
    .selectAll("w")
    .select(["v.version", "v.title", "v.lead_unit", "v.due", "v.content", "v.at as written_at"])
    .select(["s.state", "s.standing"]);
}

export const findWork = (db: Db, noun: WorkNoun, id: string): Promise<WorkRow | undefined> =>
  standingWork(db).where("w.id", "=", id).where("w.noun", "=", noun).executeTakeFirst();

/** @throws NotFoundError */
export async function workRow(db: Db, noun: WorkNoun, id: string): Promise<WorkRow> {
  const row = await findWork(db, noun, id);
  if (row === undefined) throw new NotFoundError(noun, id);
  return row;
}

/** Units that have a part in the version of a record that is in force. */
export async function partsOf(db: Db, row: Pick<WorkRow, "id" | "version">): Promise<string[]> {
  const rows = await db
    .selectFrom("work_unit")
    .select("unit_id")
    .where("work_id", "=", row.id)
    .where("version", "=", row.version)
    .execute();
  return rows.map(({ unit_id }) => unit_id);
}

/** The next number of a noun. One writer, one transaction: nobody takes the same. */
export async function nextNumber(tx: Db, noun: WorkNoun): Promise<number> {
  const last = await tx
    .selectFrom("work")
    .select((eb) => eb.fn.max("number").as("number"))
    .where("noun", "=", noun)
    .executeTakeFirst();
  return (last?.number ?? 0) + 1;
}

export type NewWork<N extends WorkNoun> = {
  id: string;
  noun: N;
  number: number;
  content: ContentOf<N>;
  step: string;
  state: string;
  standing?: StandingOf<N>;
};

/** Writes a record, its first version and its first step. */
export async function insertWork<N extends WorkNoun>(tx: Db, made: NewWork<N>, hand: Hand): Promise<void> {
  const { id, noun, number, content, step, state, standing = specOf(noun).start } = made;
  await tx
    .insertInto("work")
    .values({ id, noun, number, seq: 1, edition: 1, ...editedBy(hand) })
    .execute();
  await insertVersion(tx, { id, noun, version: 1, content, reason: null, at: hand.at });
  await insertStep(tx, { id, seq: 1, step, state, version: 1, standing, said: {} }, hand);
}

const editedBy = ({ id, name, at }: Hand) => ({ edited_by: id, edited_by_name: name, edited_at: at });

/** The next version of a record's content, with why it is another. */
export async function insertVersion<N extends WorkNoun>(
  tx: Db,
  made: { id: string; noun: N; version: number; content: ContentOf<N>; reason: string | null; at: string },
): Promise<void> {
  const { id, noun, version, content, reason, at } = made;
  const { title, words, lead, due } = factsOf(noun, content);
  await tx
    .insertInto("work_version")
    .values({
      work_id: id,
      version,
      at,
      title,
      words,
      lead_unit: lead,
      due,
      content: JSON.stringify(content),
      reason,
    })
    .execute();
  await insertReferences(tx, { id, noun, version, content });
}

async function insertReferences<N extends WorkNoun>(
  tx: Db,
  { id, noun, version, content }: { id: string; noun: N; version: number; content: ContentOf<N> },
): Promise<void> {
  const { parts, links } = factsOf(noun, content);
  const units = parts.map((unit_id) => ({ work_id: id, version, unit_id }));
  if (units.length > 0) await tx.insertInto("work_unit").values(units).execute();
  const rows = links.map((link) => ({ work_id: id, version, ...link }));
  if (rows.length > 0) await tx.insertInto("work_link").values(rows).execute();
  const held = new Map(heldFiles(noun, content).map(({ hash, name }) => [hash, name]));
  const files = [...held].map(([hash, name]) => ({ work_id: id, version, hash, name }));
  if (files.length > 0) await tx.insertInto("work_file").values(files).execute();
}

/**
 * True where a version may be written over: no month has ended since it was written. What stood at the end of a month
 * stays, so that a list as of that month is the same ever after.
 */
export const isOfThisMonth = ({ written_at }: Pick<WorkRow, "written_at">, at: string): boolean =>
  dayOf(new Date(written_at)).slice(0, 7) === dayOf(new Date(at)).slice(0, 7);

/** Writes the version in force anew, within the month in which it was written. */
export async function rewriteVersion<N extends WorkNoun>(
  tx: Db,
  made: { id: string; noun: N; version: number; content: ContentOf<N>; at: string },
): Promise<void> {
  const { id, noun, version, content, at } = made;
  const { title, words, lead, due } = factsOf(noun, content);
  for (const table of ["work_unit", "work_link", "work_file"] as const)
    await tx.deleteFrom(table).where("work_id", "=", id).where("version", "=", version).execute();
  await tx
    .updateTable("work_version")
    .set({ at, title, words, lead_unit: lead, due, content: JSON.stringify(content) })
    .where("work_id", "=", id)
    .where("version", "=", version)
    .execute();
  await insertReferences(tx, { id, noun, version, content });
}

type NewStep = {
  id: string;
  seq: number;
  step: string;
  state: string;
  version: number;
  standing: unknown;
  said: Partial<Said>;
};

async function insertStep(tx: Db, made: NewStep, { id: account, name, at }: Hand): Promise<void> {
  const { id, seq, step, state, version, standing, said } = made;
  await tx
    .insertInto("work_step")
    .values({
      work_id: id,
      seq,
      step,
      state,
      version,
      standing: JSON.stringify(standing),
      said: JSON.stringify(said),
      at,
      account_id: account,
      account_name: name,
    })
    .execute();
}

/** Units that a version goes to, in the place of those that its content names. */
export async function putParts(
  tx: Db,
  { id, version }: Pick<WorkRow, "id" | "version">,
  parts: readonly string[],
): Promise<void> {
  await tx.deleteFrom("work_unit").where("work_id", "=", id).where("version", "=", version).execute();
  const units = parts.map((unit_id) => ({ work_id: id, version, unit_id }));
  if (units.length > 0) await tx.insertInto("work_unit").values(units).execute();
}

/** Keeps what a unit says of a record: its edition stays, for whoever else has it open has it as it is. */
export async function addReceipt(
  tx: Db,
  row: WorkRow,
  made: Pick<NewStep, "step" | "standing" | "said">,
  hand: Hand,
): Promise<void> {
  const seq = row.seq + 1;
  await insertStep(tx, { id: row.id, seq, state: row.state, version: row.version, ...made }, hand);
  await tx.updateTable("work").set({ seq }).where("id", "=", row.id).execute();
}

/** Takes a record a step on and counts its edition up. */
export async function addWorkStep(
  tx: Db,
  row: WorkRow,
  made: Pick<NewStep, "step" | "state" | "version" | "standing" | "said">,
  hand: Hand,
): Promise<void> {
  const seq = row.seq + 1;
  await insertStep(tx, { id: row.id, seq, ...made }, hand);
  await touch(tx, row, hand, seq);
}

/** Counts the edition up; a draft that is saved again takes no step. */
export async function touch(tx: Db, row: WorkRow, hand: Hand, seq = row.seq): Promise<void> {
  await tx
    .updateTable("work")
    .set({ seq, edition: row.edition + 1, ...editedBy(hand) })
    .where("id", "=", row.id)
    .execute();
}

/** True where nothing of a noun was ever kept. */
export async function hasNone(db: Db, noun: WorkNoun): Promise<boolean> {
  const some = await db
    .selectFrom("work")
    .select(sql`1`.as("one"))
    .where("noun", "=", noun)
    .limit(1)
    .executeTakeFirst();
  return some === undefined;
}
