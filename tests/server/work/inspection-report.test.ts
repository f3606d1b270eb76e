import { expect, test } from "vitest";
import { sentencesOf } from "#domain/circular/draft.ts";
import { inspectionReport } from "#domain/work/papers/inspection-report.ts";
import { circularDocx } from "#server/circular/docx.ts";
import { gatherInspection } from "#server/work/papers.ts";
import { aLedger } from "../../factories.ts";
import { unzip } from "../export/read-xlsx.ts";
import { as, FORESTRY, NOW, OFFICE, someone } from "../filing/filing-office.ts";
import { codeOfRefusal } from "../people/refusal.ts";
import { aRecord, SAMPLES, take } from "./samples.ts";
import { step } from "./work-office.ts";

const EDUCATION = someone("reporter", "dept-education");

test("a report says what was found and how far it is put right, and leaves open what only people know", async () => {
  const ledger = await aLedger();
  const begun = await aRecord(ledger, "inspection");
  await take(ledger, OFFICE, "inspection", begun, "notify");
  const asking = {
    who: OFFICE,
    lang: "zh-CN",
    now: NOW,
    revision: 1,
    origin: "http://x",
    path: "/x",
  } as const;
  const draft = async () => inspectionReport(await gatherInspection(ledger.database.read, begun.id, asking));
  const text = async () =>
    sentencesOf(await draft())
      .map((one) => one.text)
      .join("\n");
  const [finding] = SAMPLES.inspection.content.findings;
  expect(await text()).toContain(`1．${finding?.words.replace(/。$/, "")}`);
  expect(await text()).toContain("整改单位：内蒙古自治区林业厅");
  expect(await text()).toMatch(/截至\d+年\d+月\d+日，1个问题中，待整改1个。/);
  expect(await text()).toContain("——（待补）");

  const { related } = await as(ledger, FORESTRY).inspection.get({ id: begun.id });
  const { work: task } = await as(ledger, FORESTRY).task.get({ id: related[0]?.id ?? "" });
  const reported = await step(ledger, FORESTRY, task, "report", { words: "已开工", doneOn: "2012-10-02" });
  await step(ledger, OFFICE, reported, "close");
  expect(await text()).toContain("1个问题中，销号1个。");
  const parts = await unzip(Buffer.from(await circularDocx(await draft(), new Map())));
  expect(parts.get("word/document.xml")).toContain("三、整改情况");

  const foreign = gatherInspection(ledger.database.read, begun.id, { ...asking, who: EDUCATION });
  await expect(foreign).rejects.toMatchObject({ name: "ForbiddenError" });
  expect(await codeOfRefusal(as(ledger, EDUCATION).inspection.get({ id: begun.id }))).toBe("FORBIDDEN");
  await ledger.database.close();
});
