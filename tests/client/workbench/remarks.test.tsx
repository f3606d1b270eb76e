import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { ItemDetail } from "#domain/query.ts";
import { readRegions } from "#geo/read.ts";
import { readSeeds } from "#seeds/read.ts";
import { startWords } from "../../../client/words/start-words.ts";
import "../../../client/workbench/detail/detail-words.ts";
import { Detail } from "../../../client/workbench/detail/detail.tsx";
import { seededApi } from "../../factories.ts";

// What the browser would be asked for: the page's own data, its address, its look and the item's answer.
const asked = vi.hoisted(() => ({ item: undefined as ItemDetail | undefined }));
vi.mock("../../../client/data/page.ts", () => ({ page: { regions: readRegions() } }));
vi.mock("../../../client/view/address.ts", () => ({ setView: () => {} }));
vi.mock("../../../client/data/use-item.ts", () => ({ useItem: () => ({ data: asked.item, error: null }) }));
vi.mock("../../../client/view/use-view.ts", () => ({
  useLook: () => ({ lang: "en", theme: "light" }),
  useView: () => ({ asOf: null }),
}));

beforeAll(() => startWords("en"));

const { items, statistics } = readSeeds();
/** Remarks of ours that an item's page shows, with their English. */
const remarksOf = (item: ItemDetail): [chinese: string | null, english: string | undefined][] => [
  [item.stageBasis === "ambiguous" ? item.stageNote : null, item.stageNoteEn],
  [item.note, item.noteEn],
  [item.geometry.note, item.geometry.noteEn],
  ...[...item.figures, ...item.dates].map(({ note, noteEn }): [string | null, string | undefined] => [
    note,
    noteEn,
  ]),
  ...item.later.map(({ fact, factEn }): [string, string | undefined] => [fact, factEn]),
];
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("'", "&#x27;");

const queries = new QueryClient();
const pageOf = (id: string) =>
  renderToStaticMarkup(
    <QueryClientProvider client={queries}>
      <Detail id={id} />
    </QueryClientProvider>,
  );

describe("an item's page in English", () => {
  test("has every remark of ours in English, and none in Chinese", async () => {
    const api = await seededApi();
    const wrong: string[] = [];
    for (const { id, type } of items) {
      asked.item = await (type === "project" ? api.project : api.policy).get({ id });
      const markup = pageOf(id);
      for (const [chinese, english] of remarksOf(asked.item)) {
        if (chinese === null) continue;
        if (english === undefined || !markup.includes(escaped(english))) wrong.push(`${id} lacks ${english}`);
        if (markup.includes(escaped(chinese))) wrong.push(`${id} has ${chinese}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("leaves the source's own words as they are, marked as Chinese", async () => {
    const api = await seededApi();
    asked.item = await api.project.get({ id: "S-1.4-15" });
    const markup = pageOf("S-1.4-15");
    expect(markup).toContain(`<strong lang="zh-CN">“${asked.item.stageWords}”</strong>`);
    expect(markup).toContain(`<span lang="en">${asked.item.stageNoteEn}</span>`);
  });
});

test("every remark on the source's statistics stands in English beside it", () => {
  const remarked = statistics.filter(({ note }) => note !== null);
  expect(remarked.length).toBeGreaterThan(0);
  for (const { id, noteEn } of remarked) expect(noteEn, id).toMatch(/^[^\p{Script=Han}]+$/u);
});
