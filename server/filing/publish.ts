import { ConflictError, UnauthorizedError } from "#domain/error.ts";
import type { Who } from "#domain/permission.ts";
import type { Published } from "#domain/report/exchange.ts";
import type { Deed } from "../act.ts";
import { getPeriod } from "../db/filing/periods.ts";
import { acceptedReports, addPublication, firstPublication, PUBLISH_STEPS } from "../db/filing/publish.ts";
import { publishProposals } from "../db/filing/published-proposals.ts";
import { bumpRevision, readBuild } from "../db/revision.ts";

/**
 * Publishes all that is accepted of a month, in one transaction: the reports, the ledger's history, its counts. May be
 * done again for what is accepted later.
 * @throws ConflictError where there is nothing to publish, or for a month that the source itself is of;
 *   NotFoundError for one that never took reports
 */
export async function publishMonth(
  { tx, note, announce }: Deed,
  who: Who | null,
  { month }: { month: string },
): Promise<Published> {
  if (who === null) throw new UnauthorizedError();
  await getPeriod(tx, month);
  const first = await firstPublication(tx);
  if (first !== null && month <= first) {
    throw new ConflictError(`the ledger begins with ${first}: what is reported comes after it`);
  }
  const at = new Date().toISOString();
  const reports = await acceptedReports(tx, month);
  const { changed, reasons } = await publishProposals(tx, month, who, at);
  const isNew = await addPublication(tx, month, at);
  if (reports.length + changed.length === 0 && !isNew)
    throw new ConflictError(`nothing of ${month} waits to be published`);
  const corrections = reports.flatMap(({ reason }) => reason ?? []);
  const publishing = { month, who, at, reports, changed, reasons: [...corrections, ...reasons] };
  for (const step of PUBLISH_STEPS) await step(tx, publishing);
  await note({
    action: "report.publish",
    noun: "month",
    target: month,
    after: { reports: reports.map(({ id }) => id), changed },
  });
  const revision = await bumpRevision(tx, await readBuild(tx));
  announce(revision);
  return { month, reports: reports.length, items: changed, revision };
}
