/** The office's made-up work: tasks of every colour, a meeting and what it decided, an approval whose clock runs. */
import type { Action, Who } from "#domain/permission.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { NOTHING_SAID, type Said } from "#domain/work/standing.ts";
import type { TaskContent } from "#domain/work/task.ts";
import { type ContentOf, type StepOf, wayOf } from "#domain/work/work.ts";
import type { Deed } from "../act.ts";
import { newId } from "../db/filing/filed.ts";
import { listWork } from "../work/read.ts";
import { saveWork } from "../work/save.ts";
import { stepWork } from "../work/step.ts";
import { DEMO_NOW } from "./months.ts";
import { DEMO_UNIT } from "./under-way.ts";

type Taken<N extends WorkNoun> = { step: StepOf<N>; on: string; said?: Partial<Said> };
type Made<N extends WorkNoun> = { noun: N; content: ContentOf<N>; steps: readonly Taken<N>[] };

const task = (
  content: Pick<TaskContent, "title" | "goal" | "lead" | "due"> & Partial<TaskContent>,
  ...steps: Taken<"task">[]
): Made<"task"> => ({
  noun: "task",
  content: {
    leadWords: null,
    helpers: [],
    dueWords: null,
    origin: { kind: "words", words: "（演示）领导小组办公室交办" },
    items: [],
    ...content,
  },
  steps,
});

const TASKS: readonly Made<"task">[] = [
  task(
    {
      title: "（演示）完成文得根水库移民安置规划审查",
      goal: "取得审查意见。",
      lead: "dept-water",
      helpers: ["dept-forestry"],
      due: "2014-09-12",
      items: ["S-1.3-06.1"],
    },
    { step: "assign", on: "2014-08-21" },
  ),
  task(
    {
      title: "（演示）落实东胜至准格尔输气管线用地",
      goal: "办结全线用地手续。",
      lead: DEMO_UNIT,
      due: "2014-11-30",
      items: ["S-1.4-15"],
    },
    { step: "assign", on: "2014-05-06" },
    { step: "progress", on: "2014-08-25", said: { percent: 25 } },
  ),
  task(
    {
      title: "（演示）上报退化草原治理任务完成情况",
      goal: "各旗县分项上报。",
      lead: "dept-forestry",
      due: "2014-08-20",
    },
    { step: "assign", on: "2014-06-10" },
    { step: "chase", on: "2014-08-26" },
  ),
  task(
    {
      title: "（演示）核对今年以来重点项目资金到位数",
      goal: "与财政部门核对一致。",
      lead: DEMO_UNIT,
      due: "2014-09-15",
    },
    { step: "assign", on: "2014-08-04" },
    { step: "report", on: "2014-08-29", said: { words: "（演示）已核对一致。", doneOn: "2014-08-28" } },
  ),
  task(
    {
      title: "（演示）编制下一年度重点项目建议清单",
      goal: "提交领导小组审议。",
      lead: "dept-drc",
      due: "2014-12-20",
    },
    { step: "assign", on: "2014-09-01" },
  ),
];

const MEETING: Made<"meeting"> = {
  noun: "meeting",
  content: {
    title: "（演示）重点项目推进厅际联席会议",
    kind: "joint",
    lead: "dept-drc",
    attendees: ["dept-water", "dept-transport", "dept-finance"],
    heldOn: "2014-08-15",
    place: "呼和浩特",
    agenda: ["（演示）前期工作滞后的项目", "（演示）配套资金"],
    minutes: "（演示）会议听取了各项目进展情况，议定如下事项。",
    decisions: [
      {
        words: "（演示）逐项列出前期手续的办结时间",
        lead: "dept-transport",
        helpers: [],
        due: "2014-09-10",
      },
      {
        words: "（演示）提出配套资金分年安排意见",
        lead: "dept-finance",
        helpers: ["dept-drc"],
        due: "2014-10-31",
      },
    ],
  },
  steps: [
    { step: "hold", on: "2014-08-15" },
    { step: "conclude", on: "2014-08-18" },
  ],
};

const APPROVAL: Made<"approval"> = {
  noun: "approval",
  content: {
    title: "（演示）文得根水库可行性研究报告",
    item: "S-1.3-06.1",
    kind: "feasibility",
    level: "national",
    authority: "国家发展改革委",
    lead: "dept-water",
    helpers: [],
    limitDays: 20,
    conferences: [],
  },
  steps: [
    { step: "list", on: "2014-08-11" },
    { step: "handIn", on: "2014-08-18", said: { doneOn: "2014-08-18" } },
  ],
};

/** Ten in the morning there. */
const morningOf = (day: string): Date => new Date(`${day}T02:00:00Z`);

type Hands = { office: Who; reporter: Who };

/** Takes a record the way that it has come; what a unit says its own reporter says. */
async function make<N extends WorkNoun>(
  deed: Deed,
  { noun, content, steps }: Made<N>,
  lead: string | null,
  { office, reporter }: Hands,
): Promise<void> {
  const [first] = steps;
  const drawnUp = first === undefined ? DEMO_NOW : morningOf(first.on);
  let { id, edition } = await saveWork(deed, office, noun, { id: newId(), edition: 0, content }, drawnUp);
  for (const { step, on, said } of steps) {
    const action: Action = wayOf(noun)[step]?.action ?? "work.manage";
    const who = action === "work.manage" ? office : { ...reporter, unit: lead };
    const taken = { id, edition, step, said: { ...NOTHING_SAID, ...said }, content: undefined };
    ({ id, edition } = await stepWork(deed, who, noun, taken, { action, now: morningOf(on) }));
  }
}

/** What the source asked for by days of 2012 and 2013 is done by now: the demonstration's own days are what is pressing. */
async function settleFirst(deed: Deed, office: Who): Promise<void> {
  const { rows } = await listWork(deed.tx, office, "task", { states: ["assigned"] }, DEMO_NOW);
  for (const { id } of rows) {
    const said = { words: "（演示）已经落实。", percent: null, doneOn: "2013-06-28" };
    const settled = { id, edition: 1, step: "settle" as const, said, content: undefined };
    await stepWork(deed, office, "task", settled, { action: "work.manage", now: morningOf("2013-07-01") });
  }
}

export async function addWork(deed: Deed, hands: Hands): Promise<void> {
  await settleFirst(deed, hands.office);
  for (const one of TASKS) await make(deed, one, one.content.lead, hands);
  await make(deed, MEETING, MEETING.content.lead, hands);
  await make(deed, APPROVAL, APPROVAL.content.lead, hands);
}
