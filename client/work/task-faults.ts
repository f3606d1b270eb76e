import { type TaskContent, taskIssues } from "#domain/work/task.ts";
import { choosable } from "./unit-options.ts";
import type { WorkNames } from "./use-work-names.ts";
import type { WorkFault } from "./work-field.tsx";

const WORDS = ["title", "goal", "lead", "helpers", "origin", "items"] as const;

/** What is wrong with a task that is to be assigned, by the server's own rules. */
export const taskFaults = (content: TaskContent, names: WorkNames): WorkFault[] =>
  taskIssues(content, {
    units: new Set(choosable(names.units).map(({ id }) => id)),
    items: new Set(names.items.map(({ id }) => id)),
  }).map(({ path }) => ({ path, words: WORDS.find((word) => word === path[0]) ?? "other" }));
