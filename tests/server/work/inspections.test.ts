import { expect, test } from "vitest";
import { RECTIFICATIONS, rectificationOf } from "#domain/work/inspection.ts";
import { liesIn } from "#server/work/lies-in.ts";
import { aLedger } from "../../factories.ts";
import { as, codeOf, FORESTRY, OFFICE } from "../filing/filing-office.ts";
import { aDraft, aFinding, aRecord, SAMPLES, take } from "./samples.ts";
import { step } from "./work-office.ts";

test("a finding stands where its task stands", () => {
  const of = (state: string, percent: number | null = null) => rectificationOf({ state, percent });
  expect([
    rectificationOf(undefined),
    of("assigned"),
    of("assigned", 10),
    of("reported", 100),
    of("closed", 100),
    of("dropped"),
  ]).toEqual([...RECTIFICATIONS]);
  expect(of("assigned", 0)).toBe("open");
});

test("what an inspection finds is put right as a task, and it ends when every finding is struck off", async () => {
  const ledger = await aLedger();
  const begun = await aRecord(ledger, "inspection");
  const notified = await take(ledger, OFFICE, "inspection", begun, "notify");
  const { related } = await as(ledger, FORESTRY).inspection.get({ id: begun.id });
  const [finding] = SAMPLES.inspection.content.findings;
  expect(related.map(({ noun, part }) => [noun, part])).toEqual([["task", finding?.id]]);
  const end = (words = "全部整改") =>
    take(ledger, OFFICE, "inspection", notified, "end", { words: { words } });
  expect(await codeOf(end())).toBe("BAD_REQUEST");

  const { work: task } = await as(ledger, FORESTRY).task.get({ id: related[0]?.id ?? "" });
  expect(task.content).toMatchObject({ lead: "dept-forestry", due: finding?.due, goal: finding?.words });
  const reported = await step(ledger, FORESTRY, task, "report", { words: "已开工", doneOn: "2012-10-02" });
  expect(await codeOf(end())).toBe("BAD_REQUEST");
  await step(ledger, OFFICE, reported, "close");
  expect((await end()).state).toBe("closed");
  await ledger.database.close();
});

test("a finding says its evidence, its unit and its day, and its place lies in its region", async () => {
  const ledger = await aLedger();
  const draft = await aDraft(ledger, "inspection", {
    findings: [
      aFinding({ words: "", evidence: " ", lead: null, due: null }),
      aFinding({ region: "150100" }),
      aFinding({ region: null }),
      aFinding({ region: "152200" }),
      aFinding({ region: "159999", at: null }),
      aFinding({ at: null }),
    ],
  });
  const begun = await take(ledger, OFFICE, "inspection", draft, "begin");
  const refusal = await take(ledger, OFFICE, "inspection", begun, "notify").catch((error) => error);
  expect(refusal.cause.issues.map((issue: { path: unknown[] }) => issue.path.join("."))).toEqual([
    "content.findings.0.words",
    "content.findings.0.lead",
    "content.findings.0.evidence",
    "content.findings.0.due",
    "content.findings.1.at",
    "content.findings.2.region",
    "content.findings.4.region",
  ]);
  expect(liesIn("150000", [121.9, 46.1])).toBe(true);
  expect(liesIn("150000", [116.4, 39.9])).toBe(false);
  await ledger.database.close();
});

test("one that found nothing ends with a word, and a finding that is added later is notified too", async () => {
  const ledger = await aLedger();
  const nothing = await aRecord(ledger, "inspection", { findings: [] });
  expect(await codeOf(take(ledger, OFFICE, "inspection", nothing, "notify"))).toBe("BAD_REQUEST");
  expect(await codeOf(take(ledger, OFFICE, "inspection", nothing, "end"))).toBe("BAD_REQUEST");
  const words = { words: "没有发现问题" };
  expect((await take(ledger, OFFICE, "inspection", nothing, "end", { words })).state).toBe("closed");

  const notified = await take(ledger, OFFICE, "inspection", await aRecord(ledger, "inspection"), "notify");
  const { content } = SAMPLES.inspection;
  const adjusted = await take(ledger, OFFICE, "inspection", notified, "adjust", {
    words: { words: "复查新发现" },
    content: { ...content, findings: [...content.findings, aFinding({ words: "新发现" })] },
  });
  await take(ledger, OFFICE, "inspection", adjusted, "notify");
  const { related } = await as(ledger, OFFICE).inspection.get({ id: notified.id });
  expect(related.map(({ title }) => title)).toEqual([content.findings[0]?.words, "新发现"]);
  await ledger.database.close();
});
