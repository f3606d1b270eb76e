import { afterAll, beforeAll, expect, test } from "vitest";
import { isSilent, sentencesOf } from "#domain/circular/draft.ts";
import { bulletinDraft, draftText } from "#domain/work/papers/bulletin.ts";
import { zPublicationContent } from "#domain/work/publication.ts";
import { circularDocx } from "#server/circular/docx.ts";
import type { Ledger } from "#server/ledger.ts";
import { gatherBulletin } from "#server/work/bulletin.ts";
import { aLedger } from "../../factories.ts";
import { publishReports } from "../../lit-month.ts";
import { unzip } from "../export/read-xlsx.ts";
import { as, codeOf, NOW, OFFICE, REVIEWER, WATER } from "../filing/filing-office.ts";
import { aDraft, aFinding, aRecord, SAMPLES, take } from "./samples.ts";
import { anAssignedTask } from "./work-office.ts";

const MONTH = "2012-09";
const asking = {
  who: OFFICE,
  lang: "zh-CN",
  now: NOW,
  revision: 1,
  origin: "http://x",
  path: "/export/bulletin.docx",
} as const;

let ledger: Ledger;
beforeAll(async () => {
  ledger = await aLedger();
  const early = new Date("2012-09-10T02:00:00Z");
  await publishReports(ledger, "2012-08", []);
  await publishReports(ledger, MONTH, [
    {
      item: "S-1.3-06.1",
      unit: "dept-water",
      said: {
        problem: { kind: "land", words: "林地手续没有办完。", actor: "自治区林业厅", by: "2012-10-31" },
      },
    },
  ]);
  // Drawn up and taken on within the month: what is done later is no part of it.
  const meeting = await aDraft(ledger, "meeting", { heldOn: "2012-09-08" }, early);
  await take(ledger, OFFICE, "meeting", meeting, "hold", { now: early });
  const days = { from: "2012-09-05", until: "2012-09-07" };
  const inspection = await aDraft(ledger, "inspection", { ...days, findings: [aFinding()] }, early);
  await take(ledger, OFFICE, "inspection", inspection, "begin", { now: early });
  await aRecord(ledger, "meeting", { title: "十月的会议", heldOn: "2012-10-02" });
  await anAssignedTask(ledger, { title: "十月才下达的任务", due: "2012-09-20" });
});
afterAll(() => ledger.database.close());

test("a bulletin of a month says what the ledger knows of it, and leaves open what it does not", async () => {
  const draft = bulletinDraft(await gatherBulletin(ledger.database.read, MONTH, asking));
  const sentences = sentencesOf(draft).map(({ text }) => text);
  const text = sentences.join("\n");
  expect(draft.title).toBe("贯彻落实国务院《意见》工作简报（2012年9月）");
  expect(text).toContain("：林地手续没有办完；需自治区林业厅于2012年10月31日前解决。");
  expect(text).toContain("2012年9月8日，召开水利重点工程厅际联席会议第一次会议，没有列出议定事项。");
  expect(text).toContain(
    "2012年9月5日至2012年9月7日，水利重点工程督查，督查内蒙古自治区林业厅，发现问题1个，截至2012年9月30日销号0个。",
  );
  // What came later stands in its own month.
  expect(text).not.toContain("十月");
  // Every sentence has a source, and nobody vouches for number, day and copies.
  expect(sentencesOf(draft).every(({ sources }) => sources.length > 0)).toBe(true);
  expect(sentencesOf(draft).filter(isSilent).length).toBeGreaterThanOrEqual(5);
  // The seed's own tasks of the third quarter are not overdue on its last day.
  expect(text).toContain("截至2012年9月30日，");

  const parts = await unzip(Buffer.from(await circularDocx(draft, new Map())));
  const words = (parts.get("word/document.xml") ?? "").replace(/<[^>]+>/g, "");
  expect(words).toContain("一、进展变化");
  expect(words).toContain("各盟市和计划单列市台账事项数排序");
});

test("of a month that is not published, and of one without meetings, nothing is made up", async () => {
  const of = async (month: string) =>
    sentencesOf(bulletinDraft(await gatherBulletin(ledger.database.read, month, asking)));
  const silentIn = (found: Awaited<ReturnType<typeof of>>) =>
    found.filter(isSilent).flatMap(({ sources }) => sources.map((one) => ("id" in one ? one.id : "")));
  expect(silentIn(await of("2012-11"))).toEqual(
    expect.arrayContaining(["changes", "problems", "ranking", "meetings", "inspections"]),
  );
  // The first month of the ledger has none before it to be held against.
  expect(silentIn(await of("2012-07"))).toContain("changes");
});

test("the text is a publication's, and only who sends one out has it drafted", async () => {
  const { text, title, items, month } = await as(ledger, OFFICE).bulletin.draft({});
  expect(month).toBe(MONTH);
  expect(items).toContain("S-1.3-06.1");
  expect(text.split("\n")[0]).toContain("现将2012年9月贯彻落实《意见》有关情况简报如下。");
  expect(text).toContain("三、各地区台账事项数");
  expect(text).toMatch(/\n1．.+：事项\d+，其中推断\d+，项目\d+/);
  expect(text).not.toContain("http");
  const content = {
    ...SAMPLES.publication.content,
    kind: "bulletin",
    answerBy: null,
    issue: 1,
    title,
    text,
    items,
  };
  expect(zPublicationContent.safeParse(content).success).toBe(true);
  for (const who of [WATER, REVIEWER])
    expect(await codeOf(as(ledger, who).bulletin.draft({}))).toBe("FORBIDDEN");
  const draft = bulletinDraft(await gatherBulletin(ledger.database.read, MONTH, asking));
  const short = draftText(draft, 200);
  expect(short.length).toBeLessThanOrEqual(200);
  expect(short).toMatch(/其余见草稿文件。）$/);
});
