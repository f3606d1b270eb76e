import { afterAll, beforeAll, expect, test } from "vitest";
import { PAGES } from "#domain/brief/page.ts";
import { draftCircular } from "#domain/circular/circular.ts";
import { sentencesOf } from "#domain/circular/draft.ts";
import type { Snapshot } from "#domain/months/snapshot.ts";
import type { Who } from "#domain/permission.ts";
import { OFFICE_UNIT } from "#domain/unit.ts";
import { gatherCircular } from "#server/circular/gather.ts";
import { type Ledger, openLedger } from "#server/ledger.ts";
import { aDataDir, apiOf } from "../../factories.ts";
import { publishReports } from "../../lit-month.ts";
import { aBrief } from "../brief/a-brief.ts";

const OFFICE: Who = { id: "o", name: "办公室", roles: ["office"], unit: OFFICE_UNIT };
let ledger: Ledger;
let frozen: Snapshot;
beforeAll(async () => {
  ledger = await openLedger(aDataDir(), "test");
  await publishReports(ledger, "2026-09", [{ item: "S-1.3-04", unit: "dept-water", said: {} }]);
  await publishReports(ledger, "2026-10", [{ item: "S-1.3-04", unit: "dept-water", said: {} }]);
  frozen = await apiOf(ledger, OFFICE).month.freeze({ month: "2026-09" });
});
afterAll(() => ledger.database.close());

const wordsOf = async (page: (typeof PAGES)[number], month: string) => {
  const { sheet, problems } = await apiOf(ledger).brief.sheet(aBrief({ page }, `?asof=${month}`));
  return { words: JSON.stringify(sheet.elements), problems };
};

test.each(PAGES)("a briefing %s of a frozen month says which, and has room for it", async (page) => {
  const { words, problems } = await wordsOf(page, "2026-09");
  expect(words).toContain(`定版 v1 ${frozen.id}`);
  // Nor is it as old as the source's document.
  expect(words).toContain("数据截至 2026年9月");
  const plain = await wordsOf(page, "2026-10");
  expect(plain.words).not.toContain("定版");
  const kinds = (some: typeof problems) => some.map(({ kind }) => kind);
  expect(kinds(problems)).toEqual(kinds(plain.problems));
});

test("a circular of a frozen month says in its notes which, with its hash and where the trail ended", async () => {
  const draftOf = async (period: string) => {
    const asked = {
      period,
      regions: [],
      reports: false,
      revision: 1,
      reviewNumber: null,
      origin: "http://one-map.test",
    };
    return JSON.stringify(sentencesOf(draftCircular(await gatherCircular(ledger.database.read, asked))));
  };
  const { id, hash, auditHead } = frozen;
  expect(await draftOf("2026Q3")).toContain(
    `定版v1 ${id} sha256:${hash} audit ${auditHead?.seq}:${auditHead?.hash}`,
  );
  expect(await draftOf("2026Q4")).not.toContain("定版");
});
