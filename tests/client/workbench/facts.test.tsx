import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test, vi } from "vitest";
import type { ItemDetail } from "#domain/query.ts";
import { readRegions } from "#geo/read.ts";
import { startWords } from "../../../client/words/start-words.ts";
import "../../../client/workbench/detail/detail-words.ts";
import { Facts } from "../../../client/workbench/detail/facts.tsx";
import { seededApi } from "../../factories.ts";

// What the browser would be asked for: the page's own data, its address and its look.
vi.mock("../../../client/data/page.ts", () => ({ page: { regions: readRegions() } }));
vi.mock("../../../client/view/address.ts", () => ({ setView: () => {} }));
vi.mock("../../../client/view/use-view.ts", () => ({ useLook: () => ({ lang: "zh-CN", theme: "light" }) }));

beforeAll(() => startWords("zh-CN"));

async function factsOf(id: string): Promise<string> {
  const api = await seededApi();
  const item: ItemDetail = await api.policy.get({ id }).catch(() => api.project.get({ id }));
  return renderToStaticMarkup(<Facts item={item} />);
}
const AREA_ONLY = "只到地区";

test("an item of an area says that it is known by region alone, a placed one does not (truth rule 4)", async () => {
  expect(await factsOf("S-1.2-03")).toContain(AREA_ONLY);
  expect(await factsOf("S-1.4-12")).toContain(AREA_ONLY);
  expect(await factsOf("S-1.4-19")).not.toContain(AREA_ONLY);
  expect(await factsOf("S-1.4-15")).not.toContain(AREA_ONLY);
});

test("what is known of an item's place is said, as why a road is no line (truth rule 5)", async () => {
  expect(await factsOf("S-1.4-12")).toContain("两端点位置未核,不画线;按阿拉善盟区域表示");
  expect(await factsOf("S-1.4-16")).toContain("点为后来建成的机场,原文未写场址");
});

/** What stands between the words of a figure and those of the next. */
const figureOf = (markup: string, words: string) =>
  markup.split('<span class="fact"').find((one) => one.includes(`>${words}</span>`)) ?? "";
const INFERRED = '<span class="chip inferred">推断</span>';

test("a figure that was worked out says so, with its value and unit; one of the source stands as it is (truth rule 1)", async () => {
  const facts = await factsOf("S-1.2-14");
  expect(figureOf(facts, "(推算)8亿元×5年")).toContain(' = <span lang="zh-CN">40亿元</span>');
  expect(figureOf(facts, "2012—2016年")).toContain(' = <span lang="zh-CN">5年</span>');
  for (const words of ["(推算)8亿元×5年", "2012—2016年"]) expect(figureOf(facts, words)).toContain(INFERRED);
  expect(figureOf(facts, "每年安排8亿元")).not.toBe("");
  expect(figureOf(facts, "每年安排8亿元")).not.toMatch(/推断| = /);
});

test("a region that the text states and one read into it look different (truth rule 3)", async () => {
  const facts = await factsOf("S-1.3-03");
  const chipOf = (region: string) =>
    /<span class="(chip[^"]*)">([^<]*)<\/span>/.exec(facts.split(`>${region}</button>`)[1] ?? "")?.slice(1);
  expect(chipOf("呼和浩特市")).toEqual(["chip", "原文"]);
  expect(chipOf("和林格尔县")).toEqual(["chip inferred", "推断"]);
});
