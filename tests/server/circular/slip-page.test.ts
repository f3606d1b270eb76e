import { afterAll, beforeAll, expect, test } from "vitest";
import { slipNotice } from "#domain/work/papers/slip-notice.ts";
import { circularDocx } from "#server/circular/docx.ts";
import type { Ledger } from "#server/ledger.ts";
import { gatherSlip } from "#server/work/papers.ts";
import { aFilingLedger, OFFICE, WATER } from "../filing/filing-office.ts";
import { anAssignedTask, said, step } from "../work/work-office.ts";
import { hasOffice, linesIn, ONLY_WITH_OFFICE, printed } from "./office.ts";

const NOW = new Date("2012-11-12T02:00:00Z");
let ledger: Ledger;
beforeAll(async () => {
  ledger = await aFilingLedger();
});
afterAll(() => ledger.database.close());

test.skipIf(!hasOffice)(
  `a slip that was chased and answered is printed on one page${ONLY_WITH_OFFICE}`,
  async () => {
    const goal =
      "力争年内取得国家发改委批复，完成初步设计、用地预审和环评，落实资本金，具备开工条件。".repeat(2);
    const drawn = await anAssignedTask(ledger, { goal });
    const chased = await step(ledger, OFFICE, drawn, "chase", said({ words: "请抓紧" }), { now: NOW });
    const answered = await step(ledger, WATER, chased, "answer", said({ words: "月底前报送" }), { now: NOW });
    const asking = {
      who: OFFICE,
      lang: "zh-CN",
      now: NOW,
      revision: 1,
      origin: "http://x",
      path: "/x",
    } as const;
    const notice = await gatherSlip(ledger.database.read, answered.id, asking);
    const pages = await printed(await circularDocx(slipNotice(notice), new Map()), "docx");
    expect(pages).toHaveLength(1);
    const text = linesIn(pages[0] ?? []).map((line) => line.text.replace(/\s/g, ""));
    expect(text.join("")).toContain("已超过期限12天");
    expect(text.at(-2)).toContain("（待补）");
  },
  120_000,
);
