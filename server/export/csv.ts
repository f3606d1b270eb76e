import { PROVENANCE_HEAD, provenance } from "#domain/export/about.ts";
import { headOf, rowOf } from "#domain/export/columns.ts";
import { BOM, csvLine } from "#domain/export/csv.ts";
import type { Format } from "./format.ts";

export const csv: Format = {
  name: { "zh-CN": "一张图-台账", en: "one-map-ledger" },
  extension: "csv",
  type: "text/csv; charset=utf-8; header=present",
  write: async function* ({ about, names, records }) {
    const { lang } = about;
    const last = provenance(about);
    yield BOM + csvLine([...headOf(lang), ...PROVENANCE_HEAD[lang]]);
    for await (const batch of records) {
      yield batch.map((record) => csvLine([...rowOf(record, names, lang), ...last])).join("");
    }
  },
};
