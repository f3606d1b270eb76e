import { afterAll, beforeAll, expect, test } from "vitest";
import { draftCircular } from "#domain/circular/circular.ts";
import {
  type Draft,
  isSilent,
  type Sentence,
  type Source,
  sentencesOf,
  type Table,
  TO_FILL,
} from "#domain/circular/draft.ts";
import { halfWidth } from "#domain/circular/full-width.ts";
import { sliceCodePoints } from "#domain/source.ts";
import { type SeededCirculars, seededCirculars } from "./seeded.ts";

let circulars: SeededCirculars;
beforeAll(async () => {
  circulars = await seededCirculars();
});
afterAll(() => circulars.close());

const quotes = (sentences: readonly Sentence[]) =>
  sentences.flatMap(({ sources }) => sources.filter((source) => source.kind === "quote"));
const text = (draft: Draft) =>
  sentencesOf(draft)
    .map((sentence) => sentence.text)
    .join("\n");
const tableOf = (draft: Draft, id: Table["id"]) =>
  draft.blocks.find((block): block is Table => block.kind === "table" && block.id === id);
const listed = async (filter: object) => {
  const pages = await Promise.all([
    circulars.api.project.list({ filter, limit: 200 }),
    circulars.api.policy.list({ filter, limit: 200 }),
  ]);
  return pages.flatMap((page) => page.items);
};

test("a draft is pure: the same ledger gives the same draft", async () => {
  const ledger = await circulars.gather("2012Q3");
  expect(draftCircular(ledger)).toEqual(draftCircular(structuredClone(ledger)));
});

test.each([[[]], [["152200"]], [["150781", "150424"]]])(
  "every sentence names where it comes from, and every quote is the document's own: %j",
  async (regions) => {
    const draft = await circulars.draft("2012Q3", regions);
    const { text: whole } = await circulars.api.source.get({ id: "im-2012-07-24" });
    const sentences = sentencesOf(draft);
    expect(sentences.every(({ sources }) => sources.length > 0)).toBe(true);
    const all = quotes(sentences);
    expect(all.length).toBeGreaterThan(0);
    for (const { quote, start, end } of all) expect(sliceCodePoints(whole, start, end)).toBe(quote);
  },
);

test("a sentence of the source stands whole, in other signs but in no other words", async () => {
  const draft = await circulars.draft("2012Q3");
  const { text: whole } = await circulars.api.source.get({ id: "im-2012-07-24" });
  const items = draft.blocks.flatMap((block) =>
    block.kind === "paragraph" && block.role === "body"
      ? block.sentences.filter(
          ({ sources: [first] }) => first.kind === "quote" && first.id.startsWith("S-1."),
        )
      : [],
  );
  const verbatim = items.filter((one) => !one.text.startsWith("来源文件未写明阶段"));
  expect(verbatim.length).toBeGreaterThan(30);
  for (const sentence of verbatim) expect(whole).toContain(halfWidth(sentence.text).slice(0, -1));
});

test.each([[[]], [["150600"]], [["152501"]]])(
  "the body and the attachment hold every item that the API counts: %j",
  async (regions) => {
    const draft = await circulars.draft("2012Q3", regions);
    const counted = (await listed(regions.length === 0 ? {} : { regions })).filter(
      ({ type }) => type !== "mechanism" && type !== "directive",
    );
    const told = new Set(quotes(sentencesOf(draft)).map(({ id }) => id));
    for (const { id } of counted) expect(told).toContain(id);
    expect(
      tableOf(draft, "items")
        ?.rows.map(([id]) => id)
        .sort(),
    ).toEqual(counted.map(({ id }) => id).sort());
  },
);

test("争取 is never shortened to the thing striven for", async () => {
  const said = text(await circulars.draft("2012Q3"));
  expect(said).toContain("发改委争取国家发改委将兴安盟、乌兰察布2个盟市");
  expect(said).toContain("交通厅争取将我区新增的550公里国家高速公路");
  expect(said).not.toMatch(/\n将我区|\n列入/u);
});

test("the source's 初步统计 stand with their quotes, apart from what the ledger counts", async () => {
  const draft = await circulars.draft("2012Q3");
  const own = sentencesOf(draft).find(({ text: words }) => words.startsWith("经初步统计"));
  expect(own?.text).toBe(
    "经初步统计，《意见》明确提出的近百个重大项目，已开展前期工作的占39%，已开工建设的项目达50%以上。",
  );
  expect(quotes(own ? [own] : []).map(({ id }) => id)).toEqual(["ST-05", "ST-02", "ST-03", "ST-04"]);
  const counts = sentencesOf(draft).filter(({ text: words }) => words.startsWith("台账计"));
  expect(counts.flatMap(({ sources }) => sources.map((source: Source) => source.kind))).toEqual(["ledger"]);
  const summary = await circulars.api.progress.summary({});
  expect(counts[0]?.text).toContain(
    `事项${summary.counts.items}项，其中项目${summary.counts.projects}项、政策事项${summary.counts.policies}项`,
  );
});

test("the ranking is the API's, the most first", async () => {
  const rows = tableOf(await circulars.draft("2012Q3"), "ranking")?.rows ?? [];
  const names = new Map((await circulars.api.region.list()).map(({ code, name }) => [code, name]));
  const of = async (measure: "items" | "projects" | "policies") =>
    new Map(
      (await circulars.api.progress.byRegion({ level: "reporting", measure })).map((row) => [
        names.get(row.code),
        row,
      ]),
    );
  const [items, projects, policies] = await Promise.all([of("items"), of("projects"), of("policies")]);
  expect(rows).toHaveLength(14);
  for (const [, name, n, inferred, ofProjects, started, ofPolicies, unstated] of rows) {
    const { construction = 0, completed = 0 } = projects.get(name)?.stages ?? {};
    expect([n, inferred, ofProjects, started, ofPolicies, unstated].map(Number)).toEqual([
      items.get(name)?.n,
      items.get(name)?.inferred,
      projects.get(name)?.n,
      construction + completed,
      policies.get(name)?.n,
      items.get(name)?.stages.unstated ?? 0,
    ]);
  }
  const order = rows.map((row) => Number(row[2]));
  expect(order).toEqual(order.toSorted((a, b) => b - a));
});

test("an item that lies in the asked regions by inference alone is told to", async () => {
  const said = text(await circulars.draft("2012Q3", ["152200"]));
  expect(said).toContain("“引绰济辽”工程涉及兴安盟，系推断，原文未写明");
  expect(text(await circulars.draft("2012Q3"))).not.toContain("系推断");
});

test("where the ledger is silent the draft says so, and invents nothing", async () => {
  const before = await circulars.draft("2012Q1");
  expect(before.asOf).toBeNull();
  expect(quotes(sentencesOf(before))).toEqual([]);
  expect(tableOf(before, "items")).toBeUndefined();
  expect(tableOf(before, "ranking")).toBeUndefined();
  const draft = await circulars.draft("2012Q3", ["150100"]);
  const blank = sentencesOf(draft).filter(isSilent);
  expect(blank.length).toBeGreaterThan(3);
  for (const { text: words } of blank) expect(words.startsWith(TO_FILL.slice(0, -1))).toBe(true);
});

test("a quarter that the ledger has nothing new for says of which month it speaks", async () => {
  const said = text(await circulars.draft("2012Q4"));
  expect(said).toContain(`2012年第四季度进展：\n${TO_FILL}`);
  expect(said).toContain("截至2012年7月");
  expect(text(await circulars.draft("2012Q3"))).not.toContain("进展：\n");
});

test("deadlines of the period and after are told with the day they are read as", async () => {
  const said = text(await circulars.draft("2012Q3"));
  expect(said).toMatch(/在8月底之前要全部建立完善厅际联席会议制度（期限：.*2012年8月31日）/);
  expect(text(await circulars.draft("2012Q4"))).not.toContain("2012年8月31日");
  const open = sentencesOf(await circulars.draft("2012Q3")).flatMap(({ sources }) =>
    sources.flatMap((source) =>
      source.kind === "silent" && source.id.startsWith("due ") ? [source.id] : [],
    ),
  );
  // The end of the year is not yet due in the third quarter.
  expect(open).toEqual(["due S-3.4-01", "due S-3.5-02"]);
});

test("an item that a unit brought in stands under its heading in the unit's words, and its note names the unit", async () => {
  const ledger = await circulars.gather("2012Q3");
  const record = ledger.records.find(({ item }) => item.type === "project" && item.sources.length > 0);
  if (!record) throw new Error("no project in the seed");
  const brought = {
    ...record,
    item: {
      ...record.item,
      id: "N-0001",
      title: "扎敦水库二期",
      stage: "preparation" as const,
      stageWords: "2012年9月立项",
      sources: [],
      origin: { unit: "dept-water", unitName: "自治区水利厅", month: "2012-09" },
    },
  };
  const { blocks } = draftCircular({ ...ledger, records: [...ledger.records, brought] });
  const said = blocks.flatMap((block) => (block.kind === "paragraph" ? block.sentences : []));
  const found = said.find(({ text: words }) => words.includes("扎敦水库二期"));
  expect(halfWidth(found?.text ?? "")).toContain("扎敦水库二期(自治区水利厅申报,");
  expect(found?.sources).toEqual([
    { kind: "ledger", id: "N-0001", remark: "单位申报：自治区水利厅，2012-09" },
  ]);
});
