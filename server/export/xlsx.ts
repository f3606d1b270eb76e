import { rowOf } from "#domain/export/columns.ts";
import { figureRows } from "#domain/export/figures.ts";
import { sheetPlans } from "#domain/export/workbook.ts";
import { type Format, XLSX } from "./format.ts";
import { workbookFile } from "./workbook-file.ts";

export const xlsx: Format = {
  name: { "zh-CN": "一张图-台账", en: "one-map-ledger" },
  extension: "xlsx",
  type: XLSX,
  write: async function* ({ about, names, records }) {
    const plans = sheetPlans(about);
    yield await workbookFile([plans.ledger, plans.about, plans.figures], async (tell) => {
      for await (const batch of records) {
        tell({ sheet: 0, rows: batch.map((record) => rowOf(record, names, about.lang)) });
        tell({ sheet: 2, rows: batch.flatMap((record) => figureRows(record, about.lang)) });
      }
    });
  },
};
