import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, type Served, serve, unknownErrors } from "../serve.ts";
import { parseCsv, tableOf } from "./parse-csv.ts";
import { readXlsx } from "./read-xlsx.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(async () => {
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

type Said = { id: unknown; revision: unknown; view: unknown; filter: unknown };
const open = (path: string, query: string, host?: string) =>
  ask(`${served.url}/export/${path}?${query}`, { headers: host === undefined ? {} : { Host: host } });

/** What a file of each format says of itself, where that format says it. */
const READ: Record<string, (body: Buffer) => Promise<Said> | Said> = {
  "ledger.xlsx": async (body) => {
    const about = (await readXlsx(body))[1]?.rows.map((row) => row.map((cell) => cell?.value)) ?? [];
    const values = (head: string) => about.filter(([one]) => one === head).map(([, value]) => value);
    const [[id], [revision], [view]] = [values("导出编号"), values("修订号"), values("视图地址")];
    return { id, revision, view, filter: values("筛选") };
  },
  "ledger.csv": (body) => {
    const rows = tableOf(parseCsv(body.toString("utf8")));
    const only = (head: string): string | undefined => {
      const values = new Set(rows.map((row) => row[head]));
      expect(values.size).toBe(1);
      return [...values][0];
    };
    const filter = only("筛选")?.split("；");
    return { id: only("导出编号"), revision: Number(only("修订号")), view: only("视图地址"), filter };
  },
  "ledger.geojson": (body) => said(JSON.parse(body.toString("utf8"))),
  "projects.oc4ids.json": (body) => said(JSON.parse(body.toString("utf8")).oneMap),
};
const said = ({ exportId, revision, view, filter }: Record<string, unknown>): Said => ({
  id: exportId,
  revision,
  view,
  filter,
});

const QUERY = "region=150600&types=project";

test.each(Object.entries(READ))(
  "%s says its id, the revision, the address that opens its view, and how that is filtered",
  async (path, read) => {
    const about = await read((await open(path, QUERY)).body);
    expect(about).toEqual({
      id: expect.stringMatching(/^YZT-201207-[0-9A-F]{8}$/),
      revision: served.ledger.revisions.current,
      view: `${served.url}/?${QUERY}&lang=zh-CN`,
      filter: ["所在地区：鄂尔多斯市", "类型：项目"],
    });
    const again = await read((await open(path, QUERY)).body);
    expect(again.id).toBe(about.id);
    // By another name of the same server it is the same file.
    expect((await read((await open(path, QUERY, "map.test")).body)).id).toBe(about.id);
    expect((await read((await open(path, "region=150600")).body)).id).not.toBe(about.id);
  },
);

test("files of one view have an id each, and a changed ledger gives others", async () => {
  const ids = () =>
    Promise.all(
      Object.entries(READ).map(async ([path, read]) => (await read((await open(path, QUERY)).body)).id),
    );
  const before = await ids();
  expect(new Set(before).size).toBe(4);
  served.ledger.revisions.announce(served.ledger.revisions.current + 1);
  expect(new Set([...before, ...(await ids())]).size).toBe(8);
});

test("in a table of one sheet they stand after all other columns, the newest last, in both languages", async () => {
  const head = async (query: string) => parseCsv((await open("ledger.csv", query)).text)[0] ?? [];
  expect((await head("")).slice(-4)).toEqual(["筛选", "视图地址", "导出编号", "定版"]);
  const english = await head("lang=en");
  expect(english.slice(-4)).toEqual(["Filter", "Address of the view", "Export ID", "Frozen month"]);
  expect(new Set(english).size).toBe(english.length);
});

test("a search text of any kind is one field of the table", async () => {
  const text = '铁,路"；\n=1';
  const lines = parseCsv((await open("ledger.csv", `${QUERY}&q=${encodeURIComponent(text)}`)).text);
  expect(new Set(lines.map((line) => line.length)).size).toBe(1);
});
