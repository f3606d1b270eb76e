import { afterAll, beforeAll, expect, test } from "vitest";
import type { WorkPage } from "#domain/work/exchange.ts";
import { newId } from "#server/db/filing/filed.ts";
import { type ReadSheet, readXlsx, unzip } from "../export/read-xlsx.ts";
import { type Answer, refusalOf, type Served, serve, unknownErrors } from "../serve.ts";
import { aTask, said } from "../work/work-office.ts";
import { dataOf, HttpVisitor, signedIn, theAdministrator } from "./people-http.ts";

let served: Served;
let office: HttpVisitor;
let water: HttpVisitor;
let education: HttpVisitor;
let task: { id: string; number: string };
let undue: { id: string };

/** Assigns a task of 水利厅, with 林业厅 beside it. */
async function assign(title: string, due: string | null): Promise<{ id: string; number: string }> {
  const content = aTask({ title, due });
  const { id, edition, number } = dataOf<{ id: string; edition: number; number: string }>(
    await office.mutate("task.save", { id: newId(), edition: 0, content }),
  );
  dataOf(await office.mutate("task.manage", { id, edition, step: "assign", said: said() }));
  return { id, number };
}

beforeAll(async () => {
  served = await serve();
  const administrator = await theAdministrator(served);
  office = await signedIn(administrator, "办公室", ["office"], "office-leading-group");
  water = await signedIn(administrator, "水利", ["reporter"], "dept-water");
  education = await signedIn(administrator, "教育", ["reporter"], "dept-education");
  task = await assign("=cmd 水库可研报批<b>", "2012-10-31");
  undue = await assign("没有期限的任务", null);
  await office.mutate("task.manage", { id: task.id, edition: 2, step: "chase", said: said() });
}, 60_000);
afterAll(async () => {
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

const listed = async (visitor: HttpVisitor): Promise<WorkPage<"task">> => {
  const page = dataOf<WorkPage<"task">>(await visitor.query("task.list"));
  return page;
};
const values = ({ rows }: ReadSheet): (string | number | undefined)[][] =>
  rows.map((row) => Array.from(row, (cell) => cell?.value));
const words = async (answer: Answer): Promise<string> =>
  ((await unzip(answer.body)).get("word/document.xml") ?? "").replace(/<[^>]+>/g, "");

test("the workbook has a column for each unit, ● where it leads and ○ where it co-operates, as the API says", async () => {
  const answer = await office.send("/export/tasks.xlsx");
  expect(answer.status).toBe(200);
  expect(answer.headers["cache-control"]).toBe("private, no-store");
  const [matrix, list, about] = (await readXlsx(answer.body)).map(values);
  const { rows, total } = await listed(office);
  const [head = [], ...lines] = matrix ?? [];
  const ours = lines.find(([title]) => title === "'=cmd 水库可研报批<b>") ?? [];
  expect(ours[head.indexOf("水利厅")]).toBe("●");
  expect(ours[head.indexOf("林业厅")]).toBe("○");
  expect(ours.filter((cell) => cell === "●" || cell === "○")).toHaveLength(2);
  const leads = lines.at(-2) ?? [];
  expect(leads[0]).toBe("牵头项数");
  expect(leads[head.indexOf("水利厅")]).toBe(rows.filter(({ lead }) => lead === "dept-water").length);
  expect(list?.slice(1).map(([number]) => number)).toEqual(rows.map(({ number }) => number));
  expect(about?.find(([key]) => key === "任务数")?.[1]).toBe(total);
});

test("a unit's files hold what the unit may read, narrowed as its page is, and nothing else", async () => {
  const [, list] = (await readXlsx((await water.send("/export/tasks.xlsx")).body)).map(values);
  expect(list?.slice(1).map(([number]) => number)).toEqual(
    (await listed(water)).rows.map(({ number }) => number),
  );
  const narrowed = await water.send(
    `/export/tasks.xlsx?text=${encodeURIComponent("没有期限")}&state=nonsense`,
  );
  const [, few, about] = (await readXlsx(narrowed.body)).map(values);
  expect(few?.slice(1).map(([, title]) => title)).toEqual(["没有期限的任务"]);
  expect(about?.find(([key]) => key === "筛选")?.[1]).toBe("“没有期限”");

  const theirs = await words(await education.send("/export/tasks.docx"));
  expect(theirs).not.toContain("水库可研报批");
  const ours = await words(await water.send("/export/tasks.docx"));
  expect(ours).toContain("水库可研报批");
  expect(ours).toContain(`共${(await listed(water)).total}项任务`);
});

test("a notice says which rule the task met, in its numbers, and what was done; what only people know is left open", async () => {
  const answer = await office.send(`/export/slip.docx?task=${task.id}`);
  expect(answer.status).toBe(200);
  expect(decodeURIComponent(String(answer.headers["content-disposition"]))).toContain(
    `督办通知单-${task.number}-草稿.docx`,
  );
  const text = await words(answer);
  expect(text).toContain("内蒙古自治区水利厅：");
  expect(text).toMatch(/应于2012年10月31日完成，截至20\d\d年\d+月\d+日已超过期限\d+天，没有上报进度/);
  expect(text).toContain("按规则列为红色（超过期限）督办");
  expect(text).toMatch(/20\d\d年\d+月\d+日督办，红色/);
  expect(text).toContain("——（待补）前答复");
  // The unit that it is for reads it too.
  expect((await water.send(`/export/slip.docx?task=${task.id}`)).status).toBe(200);
});

test.each([
  ["another unit's task", () => education.send(`/export/slip.docx?task=${task.id}`), "FORBIDDEN"],
  ["a task that is not due", () => office.send(`/export/slip.docx?task=${undue.id}`), "CONFLICT"],
  ["an id that is none", () => office.send("/export/slip.docx?task=../x"), "NOT_FOUND"],
  ["no id", () => office.send("/export/slip.docx"), "NOT_FOUND"],
  ["a guest", () => new HttpVisitor(served).send("/export/slip.docx"), "UNAUTHORIZED"],
  ["a guest who wants the matrix", () => new HttpVisitor(served).send("/export/tasks.xlsx"), "UNAUTHORIZED"],
])("%s: refused in words", async (_, send, code) => {
  expect(refusalOf(await send())).toMatchObject({ code });
});
