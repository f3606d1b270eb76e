import { sheetRowOf } from "#domain/sheet/sheet-row.ts";
import { baseRowOf, type StandingRow } from "#domain/sheet/standing-row.ts";
import { aContent, OF } from "../../server/workbook/a-base.ts";
import { standing } from "../../server/workbook/compare.ts";

export const ROWS = 10_000;
const PAGE = 200;

/** What stands, page by page, as the database gives it; the sheet says something else of what was done in every row. */
export function* pages(done = "已有的进展"): Generator<StandingRow[]> {
  for (let from = 0; from < ROWS; from += PAGE) {
    yield standing(
      Object.fromEntries(
        Array.from({ length: PAGE }, (_, n) => [
          `S-${from + n}`,
          aContent({ done: `${done}：第 ${from + n} 项`, investment: moneyOf(from + n) }),
        ]),
      ),
    );
  }
}

const moneyOf = (n: number) => ({
  month: { planned: `${n}.25`, actual: `${n}.50` },
  year: { planned: "15000.00", actual: `${n * 3}.75` },
  total: { planned: "120000.00", actual: `${n * 7}.00` },
});

/** The rows of the sheet, as `writeWorkbook` takes them. */
export function* sheet() {
  for (const rows of pages("上传的进展")) {
    yield rows.map((one) => ({ ...sheetRowOf(baseRowOf(one), OF, "zh-CN"), reason: null }));
  }
}
