import { ConflictError } from "../error.ts";
import type { ReportState } from "./report.ts";

/** What can be done to a report, or to a proposal, which goes the same way. */
export const STEPS = ["save", "submit", "withdraw", "return", "accept", "publish"] as const;
export type Step = (typeof STEPS)[number];

/**
 * The way of a report: from which states a step may be taken, and where it leads. One that was accepted by mistake
 * is returned as long as it is not published; after that only a new version corrects it.
 */
export const WAY: Record<Step, Partial<Record<ReportState, ReportState>>> = {
  save: { draft: "draft", returned: "returned" },
  submit: { draft: "submitted", returned: "submitted" },
  withdraw: { submitted: "draft" },
  return: { submitted: "returned", accepted: "returned" },
  accept: { submitted: "accepted" },
  publish: { accepted: "published" },
};

/** True where the unit may write in it. */
export const isOpen = (state: ReportState): boolean => WAY.save[state] !== undefined;

/** True once the unit has handed it in, and nobody has given it back. */
export const isHandedIn = (state: ReportState): boolean => !isOpen(state);

/** @throws ConflictError where the step cannot be taken from here */
export function stepFrom(state: ReportState, step: Step): ReportState {
  const to = WAY[step][state];
  if (to === undefined) throw new ConflictError(`cannot ${step} what is ${state}`);
  return to;
}
