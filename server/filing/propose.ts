import {
  ConflictError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  UnauthorizedError,
} from "#domain/error.ts";
import type { Action, Who } from "#domain/permission.ts";
import type { Comment } from "#domain/report/exchange.ts";
import { type Proposal, type ProposalContent, proposalIssues } from "#domain/report/proposal.ts";
import type { ReportState } from "#domain/report/report.ts";
import { isOpen, type Step, stepFrom } from "#domain/report/step.ts";
import type { Deed } from "../act.ts";
import { listAssignments } from "../db/filing/assignments.ts";
import { editedBy, newId } from "../db/filing/filed.ts";
import { getPeriod } from "../db/filing/periods.ts";
import {
  addProposalStep,
  deleteProposal,
  insertProposal,
  itemNow,
  knownReferences,
  listProposals,
  type ProposalRow,
  proposalOf,
  proposalRow,
  proposalSteps,
  updateProposal,
} from "../db/filing/proposals.ts";
import { allowedUnit, unitsWithin } from "../db/filing/units.ts";
import type { Db } from "../db/schema.ts";
import { changedFields } from "./changed-fields.ts";
import { requireEdition } from "./edition.ts";
import { type Filed, stepOn } from "./step-on.ts";

type AtEdition = { id: string; edition: number };

export type ProposalSave = {
  /** null begins one. */
  id: string | null;
  edition: number;
  unit: string;
  month: string;
  /** The item that is to be changed; null for a new one. */
  item: string | null;
  content: ProposalContent;
};

async function allowed(db: Db, action: Action, who: Who | null, id: string): Promise<ProposalRow> {
  const row = await proposalRow(db, id);
  await allowedUnit(db, action, who, row.unit_id);
  return row;
}

/** Saves a draft. @throws ForbiddenError for an item that the unit does not file for; ConflictError, NotFoundError */
export async function saveProposal(
  { tx, note }: Deed,
  who: Who | null,
  save: ProposalSave,
): Promise<Proposal> {
  const { id, unit, month, item, edition } = save;
  await allowedUnit(tx, "report.write", who, unit);
  if (who === null) throw new UnauthorizedError();
  const before = id === null ? undefined : await allowed(tx, "report.write", who, id);
  requireEdition(before, edition);
  const at = new Date().toISOString();
  const content = JSON.stringify(save.content);
  const row =
    before === undefined
      ? await begin(tx, { ...save, content }, who, at)
      : await again(tx, before, { unit, month, item, content }, who, at);
  const changed = changedFields(before === undefined ? null : JSON.parse(before.content), save.content);
  await note({ action: "proposal.save", noun: "proposal", target: row.id, unit, ...changed });
  return proposalOf(row);
}

type Begun = Pick<ProposalSave, "unit" | "month" | "item"> & { content: string };

async function begin(
  tx: Db,
  { unit, month, item, content }: Begun,
  who: Who,
  at: string,
): Promise<ProposalRow> {
  await getPeriod(tx, month);
  if (item !== null) {
    const own = await listAssignments(tx, unit);
    if (!own.some((one) => one.item === item)) throw new ForbiddenError(`${unit} does not file for ${item}`);
  }
  const row: ProposalRow = {
    id: newId(),
    kind: item === null ? "new" : "change",
    item_id: item,
    unit_id: unit,
    month,
    state: "draft",
    content,
    ...editedBy(who, at),
  };
  await insertProposal(tx, row);
  await addProposalStep(tx, row.id, { step: "save", state: row.state, at, who });
  return row;
}

/** What a proposal is about is said once. */
async function again(tx: Db, before: ProposalRow, save: Begun, who: Who, at: string): Promise<ProposalRow> {
  const same = before.unit_id === save.unit && before.month === save.month && before.item_id === save.item;
  if (!same) throw new NotFoundError("proposal of that unit, month and item");
  stepFrom(before.state, "save");
  return updateProposal(tx, before, { content: save.content }, who, at);
}

const PROPOSALS: Filed<ProposalRow> = {
  noun: "proposal",
  update: updateProposal,
  addStep: addProposalStep,
};

/** @throws InvalidInputError with every fault at its field; ConflictError, ForbiddenError, NotFoundError */
export async function submitProposal(
  deed: Deed,
  who: Who | null,
  { id, edition }: AtEdition,
): Promise<Proposal> {
  const row = await allowed(deed.tx, "report.write", who, id);
  requireEdition(row, edition);
  stepFrom(row.state, "submit");
  const { content } = proposalOf(row);
  const known = await knownReferences(deed.tx);
  const item = row.item_id === null ? null : await itemNow(deed.tx, row.item_id);
  const issues = proposalIssues(content, item, known);
  if (issues.length > 0) {
    throw new InvalidInputError(issues.map(({ path, message }) => ({ path: ["content", ...path], message })));
  }
  // Named as they are called now: a unit that is renamed later leaves the record as it was.
  const units = content.units?.map((one) => ({
    ...one,
    words: one.words.trim() || (known.units.get(one.unit) ?? ""),
  }));
  const whole = { ...content, units: units ?? null };
  return proposalOf(await stepOn(PROPOSALS, deed, who, "submit", row, { content: whole }));
}

/** A step that changes nothing of what is proposed. @throws ConflictError, ForbiddenError, NotFoundError */
const stepOf =
  (step: Step, action: Action) =>
  async (
    deed: Deed,
    who: Who | null,
    { id, edition, comments }: AtEdition & { comments?: readonly Comment[] },
  ): Promise<Proposal> => {
    const row = await allowed(deed.tx, action, who, id);
    requireEdition(row, edition);
    const said = comments === undefined ? {} : { comments };
    return proposalOf(await stepOn(PROPOSALS, deed, who, step, row, said));
  };
export const withdrawProposal = stepOf("withdraw", "report.write");
export const returnProposal = stepOf("return", "report.review");
export const acceptProposal = stepOf("accept", "report.review");

/** Deletes one that its unit gives up. Its way and its last content stay in the trail. @throws ConflictError, ForbiddenError */
export async function removeProposal(
  { tx, note }: Deed,
  who: Who | null,
  { id, edition }: AtEdition,
): Promise<void> {
  const row = await allowed(tx, "report.write", who, id);
  requireEdition(row, edition);
  if (!isOpen(row.state)) throw new ConflictError(`cannot delete what is ${row.state}`);
  await deleteProposal(tx, id);
  const { kind, item, month, state, content } = proposalOf(row);
  await note({
    action: "proposal.remove",
    noun: "proposal",
    target: id,
    unit: row.unit_id,
    before: { kind, item, month, state, content },
  });
}

/** A proposal with its way. @throws ForbiddenError, NotFoundError */
export async function readProposal(db: Db, who: Who | null, id: string) {
  const row = await allowed(db, "report.read", who, id);
  return { proposal: proposalOf(row), steps: await proposalSteps(db, id) };
}

/** Proposals of the units whose reports `who` may read. */
export async function proposalsFor(
  db: Db,
  who: Who | null,
  asked: { month?: string | undefined; states?: readonly ReportState[] | undefined },
): Promise<Proposal[]> {
  const units = (await unitsWithin(db, "report.read", who)).map(({ id }) => id);
  return listProposals(db, { units, ...asked });
}
