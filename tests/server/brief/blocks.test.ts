import { expect, test } from "vitest";
import type { Brief } from "#domain/brief/brief.ts";
import { defaultBlocks } from "#domain/brief/default-blocks.ts";
import { PAGES } from "#domain/brief/page.ts";
import { PROBLEM_WEIGHT } from "#domain/brief/preflight.ts";
import type { Sheet } from "#domain/brief/sheet.ts";
import { seededApi } from "../../factories.ts";
import { aBrief } from "./a-brief.ts";
import { textIn, textOf } from "./sheet-text.ts";

const laid = async (...given: Parameters<typeof aBrief>) => (await seededApi()).brief.sheet(aBrief(...given));
const tableIn = ({ elements }: Sheet) => elements.find((one) => one.kind === "table");

test.each(PAGES.flatMap((page) => (["zh-CN", "en"] as const).map((lang) => [page, lang] as const)))(
  "what %s has by default fits it in %s, in any measure",
  async (page, lang) => {
    for (const search of ["", "?measure=started", "?measure=landed", "?region=150700&level=county"]) {
      const region = search.includes("region") ? "150700" : null;
      const { problems } = await laid({ page, lang, blocks: defaultBlocks(page, region) }, search);
      expect(
        problems.filter(({ kind }) => PROBLEM_WEIGHT[kind] === "wrong"),
        search,
      ).toEqual([]);
    }
  },
);

test("a filtered figure names its filter, and which figure it is: number, revision, size, address and code", async () => {
  const { sheet } = await laid({ page: "figure", subtitle: "另拟的副标题" }, "?types=project");
  const text = textOf(sheet);
  for (const said of [
    "筛选：类型：项目",
    "数据截至 2012年7月24日",
    sheet.id,
    "版本 r1",
    "156 mm",
    "one-map.test?types=project",
  ]) {
    expect(text).toContain(said);
  }
  const qr = sheet.elements.find((one) => one.kind === "qr");
  expect(qr?.url).toBe("http://one-map.test/?types=project&lang=zh-CN");
});

test("blocks that a figure has no place for are told, each", async () => {
  const blocks: Brief["blocks"] = ["statistics", "legend", "ranking", "items"];
  const { problems } = await laid({ page: "figure", blocks });
  expect(problems.filter(({ kind }) => kind === "blockLeftOut")).toEqual([
    { kind: "blockLeftOut", block: "statistics" },
    { kind: "blockLeftOut", block: "ranking" },
    { kind: "blockLeftOut", block: "items" },
  ]);
});

test("a ranking without rows has its total, and is told", async () => {
  const { sheet, problems } = await laid({ blocks: ["ranking"] }, "?region=150200&level=county");
  const table = tableIn(sheet);
  expect(table?.rows.map(({ cells }) => cells[0]?.text)).toEqual(["地区", "台账合计"]);
  expect(table?.rows[1]?.cells[1]?.text).toBe("3");
  expect(problems).toContainEqual({ kind: "blockEmpty", block: "ranking" });
});

test("sources are not cut at the foot of a column while another holds them whole", async () => {
  const blocks = defaultBlocks("a3-portrait", "150400");
  const { problems } = await laid({ page: "a3-portrait", blocks }, "?region=150400");
  expect(problems.map(({ kind }) => kind)).not.toContain("sourcesCut");
});

test("a list leaves room for the sources after it, and sources that are cut are told", async () => {
  const blocks: Brief["blocks"] = ["legend", "ranking", "stages", "items", "sources"];
  const { sheet, problems } = await laid({ page: "slide", blocks }, "?region=150600&level=county");
  expect(textOf(sheet)).toContain("出处");
  expect(problems.map(({ kind }) => kind)).not.toContain("blockLeftOut");
  expect(problems).toContainEqual({ kind: "sourcesCut", shown: expect.any(Number), total: 7 });
});

test("a list that its column does not hold runs on into the next, each of its items once", async () => {
  const blocks: Brief["blocks"] = ["stages", "items", "sources"];
  const { sheet, problems } = await laid({ page: "a3-portrait", blocks });
  const texts = sheet.elements.flatMap((one) => (one.kind === "text" ? [{ said: textIn(one), ...one }] : []));
  const [list, rest, sources] = ["事项", "事项（续）", "出处"].map((head) =>
    texts.find(({ said, role }) => role === "head" && said === head),
  );
  if (!list || !rest || !sources) throw new Error("no list in two columns, or no sources after it");
  expect(rest.box.x).toBeGreaterThan(list.box.x + list.box.width);
  expect(sources.box.y).toBeGreaterThan(rest.box.y);
  const { items } = await (await seededApi()).project.list({ limit: 200 });
  const { items: policies } = await (await seededApi()).policy.list({ limit: 200 });
  const titles = [...items, ...policies].map(({ title }) => title);
  const listed = texts.flatMap(({ said }) => (titles.includes(said) ? [said] : []));
  expect(new Set(listed).size).toBe(listed.length);
  expect(problems).toContainEqual({ kind: "listCut", shown: listed.length, total: 66 });
});

test.each([
  ["a4-portrait", "150300"],
  ["a3-portrait", "150781"],
] as const)("no column of %s stands all but empty where there is little to say", async (page, region) => {
  const blocks = defaultBlocks(page, region);
  const { sheet } = await laid({ page, blocks }, `?region=${region}&level=county`);
  const { box } = sheet.map;
  const under = sheet.elements.flatMap((one) =>
    one.kind === "text" && one.role === "head" && one.box.y > box.y + box.height ? [one.box.x] : [],
  );
  const second = under.filter((x) => x > box.x + box.width / 2);
  expect(under.length - second.length).toBe(2);
  expect(second).toHaveLength(2);
});
