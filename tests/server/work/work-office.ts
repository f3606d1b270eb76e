import type { Who } from "#domain/permission.ts";
import { NOTHING_SAID, type Said } from "#domain/work/standing.ts";
import type { TaskContent, TaskStep } from "#domain/work/task.ts";
import type { Work } from "#domain/work/work.ts";
import { newId } from "#server/db/filing/filed.ts";
import type { Ledger } from "#server/ledger.ts";
import { as, NOW, OFFICE } from "../filing/filing-office.ts";

/** A task of 水利厅, with 林业厅 beside it, due on the last day of October 2012. */
export const aTask = (content: Partial<TaskContent> = {}): TaskContent => ({
  title: "完成文得根水库可研报批",
  goal: "取得国家发改委批复",
  lead: "dept-water",
  leadWords: null,
  helpers: ["dept-forestry"],
  due: "2012-10-31",
  dueWords: null,
  origin: { kind: "words", words: "领导批示" },
  items: ["S-1.3-06.1"],
  ...content,
});

export const said = (words: Partial<Said> = {}): Said => ({ ...NOTHING_SAID, ...words });

/** Takes a task a step on, in whose right the step is. */
export const step = (
  ledger: Ledger,
  who: Who,
  task: Pick<Work<"task">, "id" | "edition">,
  name: TaskStep,
  words: Partial<Said> = {},
  { now = NOW, content }: { now?: Date; content?: TaskContent } = {},
): Promise<Work<"task">> => {
  const input = { id: task.id, edition: task.edition, step: name, said: said(words), content };
  const { task: api } = as(ledger, who, now);
  return who.roles.includes("office") ? api.manage(input) : api.report(input);
};

/** A task that the office has assigned. */
export async function anAssignedTask(ledger: Ledger, content: Partial<TaskContent> = {}) {
  const drawn = await as(ledger, OFFICE).task.save({ id: newId(), edition: 0, content: aTask(content) });
  return step(ledger, OFFICE, drawn, "assign");
}
