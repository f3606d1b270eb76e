import { collectionMembers } from "#domain/export/feature.ts";
import { OC4IDS_VERSION, projectOf } from "#domain/export/oc4ids.ts";
import type { Format } from "./format.ts";

/** Projects alone, for the standard knows nothing else; a package holds one at least. */
export const oc4ids: Format = {
  name: { "zh-CN": "一张图-项目", en: "one-map-projects" },
  extension: "oc4ids.json",
  type: "application/json; charset=utf-8",
  noun: "project",
  none: "No project of the ledger matches this view, and an OC4IDS package holds one at least.",
  write: async function* ({ about, names, records, changedAt, url }) {
    const head = {
      uri: url,
      publishedDate: changedAt,
      version: OC4IDS_VERSION,
      publisher: { name: "一张图 · One Map" },
      license: "https://spdx.org/licenses/MIT",
      // Beyond the standard, which lets a package say more.
      oneMap: collectionMembers(about),
    };
    yield `${JSON.stringify(head).slice(0, -1)},"projects":[`;
    let before = "\n";
    for await (const batch of records) {
      for (const record of batch) {
        yield before + JSON.stringify(projectOf(record, names, about.lang));
        before = ",\n";
      }
    }
    yield "\n]}\n";
  },
};
