import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { LIGHT_WORDS } from "#domain/light/words.ts";
import { STAGE_WORDS } from "#domain/look/words.ts";
import type { History } from "#domain/months/history.ts";
import type { ItemDetail } from "#domain/query.ts";
import { readRegions } from "#geo/read.ts";
import { answerTo } from "../../../client/data/ask.ts";
import { ItemLight } from "../../../client/lights/item-light.tsx";
import { LIGHTS_UI } from "../../../client/lights/light-words.ts";
import { seededApi } from "../../factories.ts";

vi.mock("../../../client/data/page.ts", () => ({ page: { regions: readRegions() } }));
vi.mock("../../../client/view/use-view.ts", () => ({
  useLook: () => ({ lang: "zh-CN", theme: "light" }),
}));

const drawn = (item: ItemDetail, history: History): string => {
  const queries = new QueryClient();
  queries.setQueryData(answerTo(item.noun, "history", { id: item.id }).queryKey, history);
  return renderToStaticMarkup(
    <QueryClientProvider client={queries}>
      <ItemLight item={item} />
    </QueryClientProvider>,
  );
};

test("an item that has no light has its history all the same, with what changed in its record", async () => {
  const api = await seededApi();
  const { items } = await api.policy.list({ filter: { types: ["directive"] } });
  const [{ id } = { id: "" }] = items;
  const item = await api.policy.get({ id });
  expect(item.light).toBeNull();
  const [now] = await api.policy.history({ id });
  if (now === undefined) throw new Error("every item has its month");
  expect(now.changed).toEqual([]);
  const changed = [
    { field: "title", before: ["旧名"], after: ["新名"] },
    { field: "regions", before: ["150100"], after: ["150100", "150600"] },
  ] satisfies History[number]["changed"];
  const html = drawn(item, [now, { ...now, month: "2026-11", changed }]);
  expect(html).toContain(`<summary>${LIGHTS_UI.historyOnly["zh-CN"]}</summary>`);
  expect(html).not.toContain(LIGHT_WORDS.green["zh-CN"]);
  expect(html.indexOf("2026-11")).toBeLessThan(html.indexOf(now.month));
  expect(html).toContain(STAGE_WORDS[now.stage]["zh-CN"]);
  expect(html).toContain("名称：旧名 → 新名");
  expect(html).toContain("地区：呼和浩特市 → 呼和浩特市、鄂尔多斯市");
});
