import { ConflictError, InvalidInputError, UnauthorizedError } from "#domain/error.ts";
import type { Who } from "#domain/permission.ts";
import { withChanges } from "#domain/sheet/flat.ts";
import { baseRowOf } from "#domain/sheet/standing-row.ts";
import type { SaveUpload, UploadSaved } from "#domain/sheet/upload.ts";
import type { Act } from "../act.ts";
import { standingRows } from "../db/filing/standing-rows.ts";
import { allowedUnit } from "../db/filing/units.ts";
import { answerBefore, keepAnswer } from "../db/filing/upload-answers.ts";
import type { Db } from "../db/schema.ts";
import { type Save, saveReports } from "../filing/save.ts";
import type { Job } from "./job.ts";
import type { KeptRow } from "./protocol.ts";
import type { Uploads } from "./uploads.ts";

/**
 * Saves what an upload changes as drafts, in one transaction: every row, or those that are in order. The same key
 * again is answered as it was the first time, whatever has become of the upload since.
 * @throws ConflictError where a row stands otherwise than it was compared with, where it is saved already, or where
 *   a key went with another upload; InvalidInputError where all are to be saved and one is refused; NotFoundError
 */
export async function saveUpload(
  { db, act, who, uploads }: { db: Db; act: Act; who: Who | null; uploads: Uploads },
  asked: SaveUpload,
): Promise<UploadSaved> {
  if (who === null) throw new UnauthorizedError();
  const before = await answerBefore(db, who.id, asked);
  if (before !== null) return before;
  const job = uploads.get(who.id, asked.job);
  const { state, counts } = job.status;
  if (state !== "read") throw new ConflictError(`the upload is ${state}`);
  if (asked.mode === "all-or-nothing" && counts.bad > 0) {
    throw new InvalidInputError([{ path: ["mode"], message: `${counts.bad} rows are refused` }]);
  }
  const { unit, month } = job.of;
  await allowedUnit(db, "report.write", who, unit);
  const save: Save = { unit, month, reports: await contentsOf(db, job) };
  const saved = await act(async (deed) => {
    // Asked again inside: of two that came at once the second waits, and finds the first one's answer.
    const first = await answerBefore(deed.tx, who.id, asked);
    const answer = first ?? { saved: save.reports.length, same: counts.same, bad: counts.bad };
    if (first === null) {
      await saveReports(deed, who, save);
      await keepAnswer(deed.tx, who.id, asked, answer);
    }
    await deed.note({
      action: "upload.save",
      noun: "unit month",
      target: `${unit} ${month}`,
      unit,
      after: { job: job.id, mode: asked.mode, ...answer, repeated: first !== null },
    });
    return answer;
  });
  job.saved(saved);
  return saved;
}

/** What stands, with the cells that the upload changes; the edition is the one that they were compared with. */
async function contentsOf(db: Db, job: Job): Promise<Save["reports"]> {
  const changed = new Map<string, KeptRow>();
  for (const batch of job.kept("changed")) {
    for (const row of batch) if (row.result.item !== null) changed.set(row.result.item, row);
    await turn();
  }
  const reports: Save["reports"][number][] = [];
  for await (const rows of standingRows(db, job.of.unit, job.of.month)) {
    for (const standing of rows) {
      const row = changed.get(standing.item);
      if (row === undefined) continue;
      changed.delete(standing.item);
      const { content } = baseRowOf(standing);
      reports.push({
        item: standing.item,
        edition: row.edition,
        content: withChanges(content, row.result.changes),
      });
    }
  }
  const [gone] = changed.keys();
  if (gone !== undefined) throw new ConflictError(`${job.of.unit} does not file for ${gone} any more`);
  return reports;
}

/** Lets whatever else waits have its turn. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
