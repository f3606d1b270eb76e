import { collectionMembers, featureOf } from "#domain/export/feature.ts";
import type { Format } from "./format.ts";

export const geojson: Format = {
  name: { "zh-CN": "一张图-台账", en: "one-map-ledger" },
  extension: "geojson",
  type: "application/geo+json; charset=utf-8",
  write: async function* ({ about, names, records }) {
    const members = JSON.stringify(collectionMembers(about)).slice(1, -1);
    yield `{"type":"FeatureCollection",${members},"features":[`;
    let before = "\n";
    for await (const batch of records) {
      for (const record of batch) {
        yield before + JSON.stringify(featureOf(record, names, about.lang));
        before = ",\n";
      }
    }
    yield "\n]}\n";
  },
};
