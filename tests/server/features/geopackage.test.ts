import { readdirSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aDataDir } from "../../factories.ts";
import { ask, type Served, serve, unknownErrors } from "../serve.ts";
import { hasGdal, ONLY_WITH_GDAL, ogrinfo } from "./gdal.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(async () => {
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

const url = (query = "") => `${served.url}/ogc/one-map.gpkg${query}`;
const COUNTS = { projects: 21, policies: 45, regions: 116, corridors: 13, ports: 21 };
const foldersLeft = () => readdirSync(tmpdir()).filter((name) => name.startsWith("one-map-gpkg-"));

async function download(query = ""): Promise<string> {
  const answer = await ask(url(query));
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({
    "content-type": "application/geopackage+sqlite3",
    "content-disposition": expect.stringContaining('filename="one-map.gpkg"'),
  });
  const path = join(aDataDir(), "one-map.gpkg");
  writeFileSync(path, answer.body);
  return path;
}

test("one file holds every feature of every collection, says what it is, and leaves nothing on the server", async () => {
  const file = new DatabaseSync(await download("?lang=en"), { readOnly: true });
  expect(file.prepare("pragma application_id").get()).toEqual({ application_id: 0x47504b47 });
  expect(file.prepare("pragma integrity_check").get()).toEqual({ integrity_check: "ok" });
  const contents = file.prepare("select table_name, description from gpkg_contents").all();
  expect(contents.map(({ table_name }) => table_name)).toEqual(Object.keys(COUNTS));
  for (const { description } of contents) {
    expect(description).toContain("Internal working map · not reviewed");
    expect(description).toContain("no survey");
  }
  for (const [id, count] of Object.entries(COUNTS)) {
    expect(file.prepare(`select count(*) as n from ${id}`).get()).toEqual({ n: count });
  }
  const { features } = JSON.parse((await ask(`${served.url}/ogc/collections/projects/items?lang=en`)).text);
  const rows = file
    .prepare("select id, title, stage, sources, geom is null as nowhere from projects order by fid")
    .all();
  expect(rows).toEqual(
    features.map(
      ({
        id,
        geometry,
        properties,
      }: {
        id: string;
        geometry: unknown;
        properties: Record<string, unknown>;
      }) => ({
        id,
        title: properties.title,
        stage: properties.stage,
        sources: JSON.stringify(properties.sources),
        nowhere: geometry === null ? 1 : 0,
      }),
    ),
  );
  file.close();
  await vi.waitFor(() => expect(foldersLeft()).toEqual([]));
});

test("it stands as of the time asked for", async () => {
  const file = new DatabaseSync(await download("?datetime=../2012-06-30"), { readOnly: true });
  expect(file.prepare("select count(*) as n from projects").get()).toEqual({ n: 0 });
  expect(file.prepare("select count(*) as n from regions where level = 'county'").get()).toEqual({ n: 101 });
  file.close();
});

test.skipIf(!hasGdal)(`GDAL opens it, and has nothing to say against it${ONLY_WITH_GDAL}`, async () => {
  const path = await download();
  for (const [id, count] of Object.entries(COUNTS)) {
    const read = await ogrinfo("-al", "-so", path, id);
    expect(read).toContain(`Feature Count: ${count}\n`);
    expect(read).toContain('GEOGCRS["WGS 84"');
    expect(read).not.toMatch(/ERROR|Warning/);
  }
  const read = await ogrinfo("-al", "-spat", "121.9", "46.98", "122", "47.08", path, "corridors");
  expect(read.match(/^OGRFeature/gm)?.length).toBe(1);
});

test.each([
  ["?datetime=soon", 400, "datetime: expected a day"],
  ["?bbox=1,2,3,4", 400, "bbox: is no parameter here"],
])("%s is refused", async (query, status, words) => {
  const answer = await ask(url(query));
  expect(answer.status).toBe(status);
  expect(answer.text).toContain(words);
});

test("who leaves in the middle leaves nothing on the server, and the next has his file", async () => {
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      const left = get(url()).on("error", () => {});
      await vi.waitFor(() => expect(served.log.length).toBeGreaterThan(0));
      left.destroy();
    }),
  );
  await download();
  await vi.waitFor(() => expect(foldersLeft()).toEqual([]));
});

test("of twenty at once eleven have it in turn, the rest are told to come back", async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(url())));
  expect(answers.filter(({ status }) => status === 200).length).toBe(11);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBe(9);
  expect(refused[0]?.headers["retry-after"]).toBe("5");
  await vi.waitFor(() => expect(foldersLeft()).toEqual([]));
});
