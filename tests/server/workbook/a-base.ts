import type { ReportDraft } from "#domain/report/report.ts";
import type { BaseRow } from "#domain/sheet/compare-row.ts";
import { type SheetOf, sheetRowOf } from "#domain/sheet/sheet-row.ts";
import { writeWorkbook } from "#server/workbook/write-workbook.ts";

export const OF: SheetOf = { unit: "dept-water", unitName: "自治区水利厅", month: "2012-08" };

export const aContent = (over: Partial<ReportDraft> = {}): ReportDraft => ({
  stage: "construction",
  backReason: null,
  plannedPercent: 40,
  actualPercent: 35.5,
  startPlannedOn: "2012-03-01",
  startActualOn: "2012-04-15",
  investment: {
    month: { planned: "1200.00", actual: "980.50" },
    year: { planned: "15000.00", actual: "9000.25" },
    total: { planned: "120000.00", actual: "45000.00" },
  },
  milestones: [
    { name: "截流", plannedOn: "2012-09-30", actualOn: null },
    { name: "坝基开挖", plannedOn: "2012-06-30", actualOn: "2012-07-05" },
  ],
  done: "完成坝基开挖，浇筑混凝土 1.2 万方。",
  problem: { kind: "funds", words: "中央资金未到位", actor: "国家发展改革委", by: "2012-10-31" },
  next: "截流准备",
  attachments: [],
  ...over,
});

export const aRow = (item: string, over: Partial<BaseRow> = {}): BaseRow => ({
  item,
  title: `事项 ${item}`,
  type: "project",
  content: aContent(),
  edition: 1,
  open: true,
  ...over,
});

/** The workbook that the product itself makes of some rows. */
export const workbookOf = (rows: readonly BaseRow[]): Promise<Uint8Array> =>
  writeWorkbook({ lang: "zh-CN", unitName: OF.unitName, month: OF.month, withReasons: false, demo: false }, [
    rows.map((row) => ({ ...sheetRowOf(row, OF, "zh-CN"), reason: null })),
  ]);
