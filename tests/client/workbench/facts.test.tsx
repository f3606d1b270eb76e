import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test, vi } from "vitest";
import type { ItemDetail } from "#domain/query.ts";
import { readRegions } from "#geo/read.ts";
import { startWords } from "../../../client/words/start-words.ts";
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
