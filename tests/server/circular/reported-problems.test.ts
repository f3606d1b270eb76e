import { expect, test } from "vitest";
import { draftCircular } from "#domain/circular/circular.ts";
import { sentencesOf } from "#domain/circular/draft.ts";
import { halfWidth } from "#domain/circular/full-width.ts";
import type { ReportDraft } from "#domain/report/report.ts";
import { gatherCircular } from "#server/circular/gather.ts";
import type { Ledger } from "#server/ledger.ts";
import {
  aFilingLedger,
  aReport,
  as,
  ledItem,
  MONTH,
  OFFICE,
  REVIEWER,
  WATER,
} from "../filing/filing-office.ts";

const PROBLEM: ReportDraft["problem"] = {
  kind: "land",
  words: "坝址用地未批。",
  actor: "自治区国土资源厅",
  by: "2012-11-30",
};

async function publish(ledger: Ledger, month: string, item: string, problem: ReportDraft["problem"]) {
  const unit = as(ledger, WATER);
  const where = { unit: "dept-water", month, item };
  const saved = await unit.report.save({
    ...where,
    edition: 0,
    content: aReport({ stage: "preparation", problem }),
  });
  const { id, edition } = await unit.report.submit({ id: saved.id, edition: saved.edition });
  await as(ledger, REVIEWER).report.accept({ reports: [{ id, edition }] });
  await as(ledger, OFFICE).report.publish({ month });
}

async function problemsIn(ledger: Ledger, period: string, reports: boolean) {
  const asked = {
    period,
    regions: [],
    revision: 1,
    reviewNumber: null,
    origin: "http://one-map.test",
    reports,
  };
  const said = sentencesOf(draftCircular(await gatherCircular(ledger.database.read, asked)));
  const head = said.findIndex(({ text }) => text.startsWith("各地区、各部门反映的困难和问题"));
  return said.slice(head + 1, head + 2).map(({ text, sources }) => ({ text: halfWidth(text), sources }));
}

test("what units report to be in the way stands in the circular of its quarter, for who may read it", async () => {
  const ledger = await aFilingLedger("2012-10", "2012-11");
  const { item } = await ledItem(ledger, WATER, "project");
  await publish(ledger, MONTH, item.id, PROBLEM);
  const [said] = await problemsIn(ledger, "2012Q3", true);
  expect(said?.text).toContain("(用地):坝址用地未批;需自治区国土资源厅于2012年11月30日前解决");
  expect(said?.sources).toMatchObject([
    { kind: "ledger", id: item.id, remark: expect.stringContaining("2012年9月月报") },
  ]);
  expect(await problemsIn(ledger, "2012Q3", false)).toMatchObject([{ sources: [{ kind: "silent" }] }]);

  // Of the next quarter the latest report alone speaks: there it is settled.
  await publish(ledger, "2012-10", item.id, PROBLEM);
  await publish(ledger, "2012-11", item.id, null);
  expect(await problemsIn(ledger, "2012Q4", true)).toMatchObject([{ sources: [{ kind: "silent" }] }]);
  await ledger.database.close();
});
