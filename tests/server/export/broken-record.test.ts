import { expect, test } from "vitest";
import { ask, serve, unknownErrors } from "../serve.ts";

test("a file that cannot be made is an error or cut off, never a short file, and holds up no later one", async () => {
  const served = await serve();
  const { write } = served.ledger.database;
  const row = await write
    .selectFrom("item_text as t")
    .innerJoin("item_version as v", "v.id", "t.version_id")
    .select(["t.version_id", "t.record"])
    .where("v.item_id", "=", "S-1.4-20")
    .executeTakeFirstOrThrow();
  const put = (record: string) =>
    write.updateTable("item_text").set({ record }).where("version_id", "=", row.version_id).execute();
  await put("{");
  for (let time = 0; time < 5; time += 1) {
    const workbook = await ask(`${served.url}/export/ledger.xlsx`);
    expect(workbook.status).toBe(500);
    expect(workbook.headers).not.toHaveProperty("content-disposition");
    for (const name of ["ledger.csv", "ledger.geojson", "projects.oc4ids.json"]) {
      await expect(ask(`${served.url}/export/${name}`), name).rejects.toThrow(/aborted|socket/);
    }
  }
  expect(unknownErrors(served).length).toBe(20);
  await put(row.record);
  expect((await ask(`${served.url}/export/ledger.xlsx`)).status).toBe(200);
  await served.stop();
});
