import { afterAll, beforeAll, expect, test } from "vitest";
import { isOfficeType } from "#domain/item.ts";
import { type ReadSheet, readXlsx, unzip } from "../export/read-xlsx.ts";
import { as, OFFICE } from "../filing/filing-office.ts";
import { refusalOf, type Served, serve, unknownErrors } from "../serve.ts";
import { aDraft, aPart, aRecord, take } from "../work/samples.ts";
import { HttpVisitor, signedIn, theAdministrator } from "./people-http.ts";

let served: Served;
let office: HttpVisitor;
let water: HttpVisitor;
let education: HttpVisitor;
beforeAll(async () => {
  served = await serve();
  const administrator = await theAdministrator(served);
  office = await signedIn(administrator, "办公室", ["office"], "office-leading-group");
  water = await signedIn(administrator, "水利", ["reporter"], "dept-water");
  education = await signedIn(administrator, "教育", ["reporter"], "dept-education");
  const { ledger } = served;
  const listed = await aRecord(ledger, "approval", { title: "=cmd|' /C calc'!A0" });
  await take(ledger, OFFICE, "approval", listed, "adjust", {
    words: { words: "改时限" },
    content: { ...listed.content, limitDays: 30 },
  });
  await aRecord(ledger, "measure", {
    item: "S-1.2-04",
    why: "+没有写明资金",
    measures: [aPart({ words: "@编制扶持办法" }), aPart({ words: "落实草种", due: null })],
  });
  await aDraft(ledger, "measure", { item: "S-1.2-05" });
}, 60_000);
afterAll(async () => {
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

const values = ({ rows }: ReadSheet): (string | number | undefined)[][] =>
  rows.map((row) => Array.from(row, (cell) => cell?.value));
async function sheetsOf(visitor: HttpVisitor, path: string) {
  const answer = await visitor.send(path);
  expect(answer.status).toBe(200);
  expect(answer.headers["cache-control"]).toBe("private, no-store");
  return { body: answer.body, sheets: (await readXlsx(answer.body)).map(values) };
}

test("approvals leave as they stand, the board beside them, and nothing in them is run", async () => {
  const { body, sheets } = await sheetsOf(office, "/export/approvals.xlsx");
  const [list = [], board = [], about = []] = sheets;
  const [head = [], row = []] = list;
  const cell = (name: string) => row[head.indexOf(name)];
  expect(cell("标题")).toBe("'=cmd|' /C calc'!A0");
  expect([cell("项目编号"), cell("审批种类"), cell("状态")]).toEqual([
    "S-1.3-06.1",
    "可行性研究报告",
    "拟报",
  ]);
  expect(cell("申报单位")).toBe("内蒙古自治区水利厅");
  const { projects, total } = await as(served.ledger, OFFICE).board.projects();
  expect(board.slice(1).map(([id]) => id)).toEqual(projects.map(({ id }) => id));
  const waits = board.find(([id]) => id === "S-1.3-06.1")?.[board[0]?.indexOf("等待的审批件") ?? -1];
  expect(waits).toMatch(/^A-0001 可行性研究报告 拟报$/);
  const said = new Map(about.map(([key, value]) => [key, value]));
  expect([said.get("审批件数"), said.get("看板项目数")]).toEqual([1, total]);
  expect(typeof said.get("截至")).toBe("number");
  const first = (await unzip(body)).get("xl/worksheets/sheet1.xml") ?? "";
  expect(first).toMatch(/<pane [^>]*state="frozen"/);
  expect(first).toContain("<autoFilter");
});

test("policies leave one by one, with their class, measures and owner, narrowed as the page is", async () => {
  const { sheets } = await sheetsOf(office, "/export/measures.xlsx");
  const [lines = [], measures = [], about = []] = sheets;
  const { items } = await as(served.ledger, OFFICE).policy.list({ limit: 200 });
  const policies = items.filter(({ type }) => !isOfficeType(type));
  expect(new Set(lines.slice(1).map(([id]) => id))).toEqual(new Set(policies.map(({ id }) => id)));
  const [head = []] = lines;
  const of = (id: string) => {
    const row = lines.find(([one]) => one === id) ?? [];
    return (name: string) => row[head.indexOf(name)];
  };
  const classed = of("S-1.2-04");
  expect([classed("类别"), classed("未细化"), classed("措施数"), classed("状态")]).toEqual([
    "占位",
    "是",
    2,
    "未细化",
  ]);
  expect(classed("分类理由")).toBe("'+没有写明资金");
  // A draft has classed nothing, but it stands.
  expect([of("S-1.2-05")("状态"), of("S-1.2-06")("状态"), of("S-1.2-06")("类别")]).toEqual([
    "起草",
    undefined,
    "未分类",
  ]);
  expect(measures.slice(1).map((row) => row.slice(3, 5))).toEqual([
    ["'@编制扶持办法", "内蒙古自治区林业厅"],
    ["落实草种", "内蒙古自治区林业厅"],
  ]);
  expect(typeof measures[1]?.[6]).toBe("number");
  expect(new Map(about.map(([key, value]) => [key, value])).get("政策数")).toBe(policies.length);

  const narrowed = await sheetsOf(office, "/export/measures.xlsx?class=vague");
  expect(narrowed.sheets[0]?.slice(1).map(([id]) => id)).toEqual(["S-1.2-04"]);
  expect(narrowed.sheets[2]?.find(([key]) => key === "筛选")?.[1]).toBe("占位、未细化");
  // As of a month before there was anything, no policy was classed.
  const before = await sheetsOf(office, "/export/measures.xlsx?month=2012-08");
  expect(before.sheets[1]).toHaveLength(1);
});

test("who has no part in a record finds nothing of it, and is not told that there is none", async () => {
  const ours = await sheetsOf(water, "/export/measures.xlsx");
  expect(ours.sheets[1]).toHaveLength(3);
  const theirs = await sheetsOf(education, "/export/measures.xlsx");
  expect(theirs.sheets[1]).toHaveLength(1);
  const row = theirs.sheets[0]?.find(([id]) => id === "S-1.2-04") ?? [];
  expect(row).toContain("看不到别的单位的记录");
  expect((await sheetsOf(education, "/export/approvals.xlsx")).sheets[0]).toHaveLength(1);
  const waits = (await sheetsOf(education, "/export/approvals.xlsx")).sheets[1]?.flat() ?? [];
  expect(waits.filter((cell) => String(cell).startsWith("A-"))).toEqual([]);
  const nobody = new HttpVisitor(served);
  for (const path of ["/export/approvals.xlsx", "/export/measures.xlsx"])
    expect(refusalOf(await nobody.send(path))).toMatchObject({ code: "UNAUTHORIZED" });
});

test("a bulletin's draft leaves for who sends one out alone, of a month that there can be", async () => {
  const answer = await office.send("/export/bulletin.docx?month=2012-07");
  expect(answer.status).toBe(200);
  expect(decodeURIComponent(String(answer.headers["content-disposition"]))).toContain(
    "简报-2012年7月-草稿.docx",
  );
  expect((await unzip(answer.body)).get("word/document.xml")).toContain("进展变化");
  for (const [visitor, path, code] of [
    [water, "/export/bulletin.docx", "FORBIDDEN"],
    [new HttpVisitor(served), "/export/bulletin.docx", "UNAUTHORIZED"],
    [office, "/export/bulletin.docx?month=2012-13", "NOT_FOUND"],
    [office, "/export/bulletin.docx?month=../x", "NOT_FOUND"],
  ] as const)
    expect([path, refusalOf(await visitor.send(path)).code]).toEqual([path, code]);
});
