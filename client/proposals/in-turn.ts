import type { Proposal } from "#domain/report/proposal.ts";
import type { ReportState } from "#domain/report/report.ts";

const WRITER: readonly ReportState[] = ["returned", "draft", "submitted", "accepted", "published"];
const DECIDER: readonly ReportState[] = ["submitted", "accepted", "returned", "draft", "published"];

/** What waits for the reader first: to be mended by who writes, to be decided by who reviews; then the latest month. */
export function inTurn(proposals: readonly Proposal[], decides: boolean): Proposal[] {
  const order = decides ? DECIDER : WRITER;
  return proposals.toSorted(
    (one, other) =>
      order.indexOf(one.state) - order.indexOf(other.state) ||
      other.month.localeCompare(one.month, "en") ||
      other.editedAt.localeCompare(one.editedAt, "en"),
  );
}
