import { ConflictError } from "../error.ts";
import type { Action } from "../permission.ts";

/**
 * What a step needs said with it: words (a reason, an answer), how far the work is, on which day it was (`day`), or what was done and when.
 * `words` alone may be left out of a step that needs nothing.
 */
export const NEEDS = ["nothing", "words", "percent", "day", "done"] as const;
export type Need = (typeof NEEDS)[number];

/** A step on the way of a record: whose right it is, what has to be said, from which states it leads where. */
export type WayStep<State extends string> = {
  action: Extract<Action, "work.manage" | "work.plan" | "work.report" | "work.receive">;
  needs: Need;
  leads: Partial<Record<State, State>>;
};
export type Way<State extends string, Step extends string> = Record<Step, WayStep<State>>;

/** @throws ConflictError where the step cannot be taken from here */
export function stateAfter<State extends string, Step extends string>(
  way: Way<State, Step>,
  state: State,
  step: Step,
): State {
  const to = way[step].leads[state];
  if (to === undefined) throw new ConflictError(`cannot ${step} what is ${state}`);
  return to;
}

/** The steps that lead on from a state, in the order of the way. */
export const stepsFrom = <State extends string, Step extends string>(
  way: Way<State, Step>,
  state: State,
): Step[] => (Object.keys(way) as Step[]).filter((step) => way[step].leads[state] !== undefined);
