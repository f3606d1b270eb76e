import type { Selectable } from "kysely";
import { NotFoundError } from "#domain/error.ts";
import type { Item } from "#domain/item.ts";
import type { Who } from "#domain/permission.ts";
import type { ReportStep } from "#domain/report/exchange.ts";
import type { Known, Proposal, ProposalContent } from "#domain/report/proposal.ts";
import type { ReportState } from "#domain/report/report.ts";
import { type Db, type Schema, STILL } from "../schema.ts";
import { editedBy, type StepTaken, stepColumns, stepOf } from "./filed.ts";

export type ProposalRow = Selectable<Schema["proposal"]>;

export const proposalOf = (row: ProposalRow): Proposal => ({
  id: row.id,
  kind: row.kind,
  item: row.item_id,
  unit: row.unit_id,
  month: row.month,
  state: row.state,
  content: JSON.parse(row.content) as ProposalContent,
  edition: row.edition,
  editedBy: row.edited_by_name,
  editedAt: row.edited_at,
});

/** @throws NotFoundError */
export async function proposalRow(db: Db, id: string): Promise<ProposalRow> {
  const row = await db.selectFrom("proposal").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new NotFoundError("proposal", id);
  return row;
}

/** Proposals of some units, latest month first. */
export async function listProposals(
  db: Db,
  asked: {
    units: readonly string[];
    month?: string | undefined;
    states?: readonly ReportState[] | undefined;
  },
): Promise<Proposal[]> {
  if (asked.units.length === 0 || asked.states?.length === 0) return [];
  let query = db
    .selectFrom("proposal")
    .selectAll()
    .where("unit_id", "in", asked.units)
    .orderBy("month", "desc")
    .orderBy("id")
    .limit(500);
  if (asked.month !== undefined) query = query.where("month", "=", asked.month);
  if (asked.states !== undefined) query = query.where("state", "in", asked.states);
  return (await query.execute()).map(proposalOf);
}

export async function insertProposal(tx: Db, row: ProposalRow): Promise<void> {
  await tx.insertInto("proposal").values(row).execute();
}

export async function deleteProposal(tx: Db, id: string): Promise<void> {
  await tx.deleteFrom("proposal_step").where("proposal_id", "=", id).execute();
  await tx.deleteFrom("proposal").where("id", "=", id).execute();
}

/** Counts the edition up. */
export async function updateProposal(
  tx: Db,
  row: ProposalRow,
  change: Partial<Pick<ProposalRow, "state" | "content" | "item_id">>,
  who: Who,
  at: string,
): Promise<ProposalRow> {
  const changed = { ...change, ...editedBy(who, at, row.edition) };
  await tx.updateTable("proposal").set(changed).where("id", "=", row.id).execute();
  return { ...row, ...changed };
}

/** Marks a step on a proposal's way. */
export async function addProposalStep(tx: Db, proposal: string, step: StepTaken): Promise<void> {
  const last = await tx
    .selectFrom("proposal_step")
    .select((eb) => eb.fn.max("seq").as("seq"))
    .where("proposal_id", "=", proposal)
    .executeTakeFirst();
  await tx
    .insertInto("proposal_step")
    .values({ proposal_id: proposal, ...stepColumns(last?.seq, step) })
    .execute();
}

export async function proposalSteps(db: Db, id: string): Promise<ReportStep[]> {
  const rows = await db
    .selectFrom("proposal_step")
    .selectAll()
    .where("proposal_id", "=", id)
    .orderBy("seq")
    .execute();
  return rows.map(stepOf);
}

/** An item as it stands. @throws NotFoundError */
export async function itemNow(db: Db, id: string): Promise<Item> {
  const row = await db
    .selectFrom("item_version as v")
    .innerJoin("item_text as t", "t.version_id", "v.id")
    .select("t.record")
    .where("v.item_id", "=", id)
    .where("v.until", "=", STILL)
    .executeTakeFirst();
  if (row === undefined) throw new NotFoundError("item", id);
  return JSON.parse(row.record) as Item;
}

/** What a proposal may refer to. */
export async function knownReferences(db: Db): Promise<Known> {
  const [regions, units, places] = await Promise.all([
    db.selectFrom("region").select("code").execute(),
    db.selectFrom("unit").select(["id", "name"]).execute(),
    db.selectFrom("place").select("id").execute(),
  ]);
  return {
    regions: new Set(regions.map(({ code }) => code)),
    units: new Map(units.map(({ id, name }) => [id, name])),
    places: new Set(places.map(({ id }) => id)),
  };
}
