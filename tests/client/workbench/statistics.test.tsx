import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { effectiveFilter, parseView } from "#domain/view.ts";
import { answerTo } from "../../../client/data/ask.ts";
import { summaryInput } from "../../../client/data/use-summary.ts";
import { startWords } from "../../../client/words/start-words.ts";
import { Header } from "../../../client/workbench/header/header.tsx";
import { seededApi } from "../../factories.ts";

const now = vi.hoisted(() => ({ search: "", page: { demo: false } }));
vi.mock("../../../client/data/page.ts", () => ({ page: now.page }));
vi.mock("../../../client/view/address.ts", () => ({ setView: () => {} }));
vi.mock("../../../client/view/use-view.ts", async () => {
  const { parseView: parse } = await import("#domain/view.ts");
  return { useView: () => parse(now.search), useLook: () => ({ lang: "zh-CN", theme: "light" }) };
});
// What stands beside: neither figures nor 演示数据.
vi.mock("../../../client/workbench/header/as-of.tsx", () => ({ AsOf: () => null }));
vi.mock("../../../client/workbench/header/export-menu.tsx", () => ({ ExportMenu: () => null }));
vi.mock("../../../client/workbench/header/look-switches.tsx", () => ({ LookSwitches: () => null }));

beforeAll(() => startWords("zh-CN"));
beforeEach(() => {
  now.page.demo = false;
});

/** The header at an address, with what the server answers to the whole and to the address's own filter. */
async function headerAt(search: string): Promise<string> {
  now.search = search;
  const api = await seededApi();
  const client = new QueryClient();
  const view = parseView(search);
  for (const filter of [{}, effectiveFilter(view)]) {
    const input = summaryInput(filter, view.asOf);
    client.setQueryData(answerTo("progress", "summary", input).queryKey, await api.progress.summary(input));
  }
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <Header ready={false} />
    </QueryClientProvider>,
  );
}
/** What a reader sees, part by part. */
const textOf = (markup: string) => markup.replaceAll(/<[^>]*>/g, "|").replaceAll(/\|+/g, "|");
const sectionOf = (markup: string) =>
  /<section class="statistics".*?<\/section>/s.exec(markup)?.[0] ?? expect.fail("no statistics");

test("the header shows the source's figures in its own words under 初步统计 (truth rule 1)", async () => {
  const said = textOf(sectionOf(await headerAt("")));
  const [preliminary = "", apart = ""] = said.split("原文所述");
  expect(preliminary).toContain("初步统计");
  for (const figure of ["近百|个", "39|%", "50|%以上"]) expect(preliminary).toContain(`|${figure}|`);
  // The ministries are of another sentence.
  expect(preliminary).not.toContain("|25|");
  expect(apart).toContain("|25|个|");
});

test("a filter changes neither them nor the ledger's counts beside them, which are no figures of the source", async () => {
  const whole = await headerAt("");
  for (const search of ["regions=150400", "types=project&stages=construction", "region=152500", "q=天然气"])
    expect(await headerAt(search), search).toBe(whole);
  const ledger = textOf(whole.replace(sectionOf(whole), ""));
  expect(ledger).toContain("|66|");
  for (const figure of ["近百", "39", "初步统计"]) expect(ledger).not.toContain(figure);
});

test("before the source was published there are no figures, rather than none of them", async () => {
  const said = textOf(sectionOf(await headerAt("asof=2012-01")));
  expect(said).not.toMatch(/近百|39|50/);
});

test("the header says 演示数据 where the page is a demonstration, and only there (truth rule 8)", async () => {
  expect(await headerAt("")).not.toContain("演示数据");
  now.page.demo = true;
  expect(await headerAt("")).toContain('<span class="demo">演示数据</span>');
});
