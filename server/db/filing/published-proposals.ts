import { nounOf } from "#domain/item.ts";
import type { Who } from "#domain/permission.ts";
import type { Place } from "#domain/place.ts";
import { assignmentsOf } from "#domain/report/assign.ts";
import type { Dated, MasterChange } from "#domain/report/history.ts";
import { changedBy, itemOf, type Proposal, pointIds } from "#domain/report/proposal.ts";
import { listUnits } from "../references.ts";
import type { Db } from "../schema.ts";
import { rowsOf } from "./assignments.ts";
import { addProposalStep, type ProposalRow, proposalOf, updateProposal } from "./proposals.ts";

/** Published proposals of one kind about some items, in the order of their publication. */
async function published(db: Db, kind: Proposal["kind"], items: readonly string[]): Promise<Proposal[]> {
  const rows = await db
    .selectFrom("proposal")
    .selectAll()
    .where("kind", "=", kind)
    .where("state", "=", "published")
    .where("item_id", "in", items)
    .orderBy("edited_at")
    .orderBy("id")
    .execute();
  return rows.map(proposalOf);
}

/** What published proposals make of the master data of some items. */
export async function publishedMasterData(
  db: Db,
  items: readonly string[],
): Promise<Map<string, MasterChange[]>> {
  const changes = (await published(db, "change", items)).flatMap((proposal) => {
    const { item, month } = proposal;
    if (item === null) return [];
    return [{ item, month, apply: (one: Parameters<typeof changedBy>[0]) => changedBy(one, proposal) }];
  });
  return Map.groupBy(changes, ({ item }) => item);
}

/** The first records of those of the items that units proposed. */
export async function proposedItems(db: Db, items: readonly string[]): Promise<Dated[]> {
  const names = new Map((await listUnits(db)).map(({ id, name }) => [id, name]));
  return (await published(db, "new", items)).map((proposal) => ({
    month: proposal.month,
    item: itemOf(proposal, names.get(proposal.unit) ?? proposal.unit),
  }));
}

/** Proposals that are accepted and wait for their month to be published, in the order they were accepted. */
export async function acceptedProposals(tx: Db, month: string): Promise<ProposalRow[]> {
  return tx
    .selectFrom("proposal")
    .selectAll()
    .where("month", "=", month)
    .where("state", "=", "accepted")
    .orderBy("edited_at")
    .orderBy("id")
    .execute();
}

/**
 * Publishes what is accepted of a month's proposals: a new item gets its id, the places that it names stand among the
 * ledger's, and whoever files for it by the rule, or else its proposer, files for it. Returns the items it concerns,
 * whose versions are still to be written, and why they were proposed.
 */
export async function publishProposals(
  tx: Db,
  month: string,
  who: Who,
  at: string,
): Promise<{ changed: string[]; reasons: string[] }> {
  const changed = new Set<string>();
  const reasons: string[] = [];
  for (const row of await acceptedProposals(tx, month)) {
    const proposal = proposalOf(row);
    await addPlaces(tx, proposal);
    const id = row.item_id ?? (await addItem(tx, proposal));
    const after = await updateProposal(tx, row, { state: "published", item_id: id }, who, at);
    await addProposalStep(tx, row.id, { step: "publish", state: after.state, at, who });
    changed.add(id);
    reasons.push(proposal.content.why);
  }
  return { changed: [...changed], reasons };
}

async function addItem(tx: Db, proposal: Proposal): Promise<string> {
  const last = await tx
    .selectFrom("item")
    .select("id")
    .where("id", "like", "N-%")
    .orderBy("ordinal", "desc")
    .limit(1)
    .executeTakeFirst();
  const ordinal = await tx
    .selectFrom("item")
    .select((eb) => eb.fn.max("ordinal").as("last"))
    .executeTakeFirst();
  const id = `N-${String(Number(last?.id.slice(2) ?? 0) + 1).padStart(4, "0")}`;
  const units = await listUnits(tx);
  const item = itemOf({ ...proposal, item: id }, proposal.unit);
  await tx
    .insertInto("item")
    .values({ id, noun: nounOf(item.type), ordinal: (ordinal?.last ?? -1) + 1 })
    .execute();
  const byRule = assignmentsOf(item, units);
  const assignments = byRule.length > 0 ? byRule : [{ item: id, unit: proposal.unit, lead: true }];
  await tx.insertInto("assignment").values(rowsOf(assignments)).execute();
  return id;
}

async function addPlaces(tx: Db, { id, unit, content }: Proposal): Promise<void> {
  const ids = pointIds(id, content);
  if (ids.length === 0) return;
  const last = await tx
    .selectFrom("place")
    .select((eb) => eb.fn.max("ordinal").as("ordinal"))
    .executeTakeFirst();
  const places = (content.geometry?.points ?? []).map(({ name, nameEn, at, errorKm }, n): Place => {
    const plain = `${at[1].toFixed(2)}N ${at[0].toFixed(2)}E`;
    return {
      id: ids[n] ?? "",
      name,
      short: name,
      nameEn: nameEn ?? plain,
      shortEn: nameEn !== null && /^[\x20-\x7e]+$/.test(nameEn) ? nameEn : plain,
      kind: "locality",
      at,
      errorKm,
      confidence: "medium",
      method: "reported by a unit",
      basis: `单位申报：${unit}`,
      region: null,
      drawn: true,
    };
  });
  await tx
    .insertInto("place")
    .values(
      places.map((place, n) => ({
        id: place.id,
        ordinal: (last?.ordinal ?? -1) + 1 + n,
        record: JSON.stringify(place),
      })),
    )
    .execute();
}
