import { type MeetingContent, type MeetingState, meetingIssues } from "#domain/work/meeting.ts";
import { dayOf } from "#domain/zone.ts";
import { choosable } from "./unit-options.ts";
import type { WorkNames } from "./use-work-names.ts";
import type { WorkFault } from "./work-field.tsx";

const WORDS: Record<string, WorkFault["words"]> = {
  title: "title",
  lead: "meetingLead",
  heldOn: "heldOn",
  minutes: "minutes",
  decisions: "decision",
};

/** What is wrong with a meeting that is to have the state `to`, by the server's own rules. */
export const meetingFaults = (content: MeetingContent, to: MeetingState, names: WorkNames): WorkFault[] =>
  meetingIssues(
    content,
    to,
    { units: new Set(choosable(names.units).map(({ id }) => id)) },
    dayOf(new Date()),
  ).map(({ path }) => ({ path, words: WORDS[String(path[0])] ?? "other" }));
