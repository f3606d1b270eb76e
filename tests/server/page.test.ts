import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type PageData, zPageData } from "#domain/page.ts";
import { parseView } from "#domain/view.ts";
import { markDemo } from "#server/db/demo.ts";
import { type Ledger, openLedger } from "#server/ledger.ts";
import { loadGeography } from "#server/page/geography.ts";
import { renderPages } from "#server/page/render.ts";
import { fillTemplate } from "#server/page/template.ts";
import { aDataDir } from "../factories.ts";
import { ask, callUrl, type Served, serve, unknownErrors } from "./serve.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(async () => {
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

async function open(search = "", headers: Record<string, string> = {}) {
  const page = await ask(`${served.url}/${search}`, { headers });
  const json = /<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(page.text)?.[1];
  return { ...page, data: zPageData.parse(JSON.parse(json ?? "null")) };
}

const read = async (path: string, input: unknown) =>
  JSON.parse((await ask(callUrl(served, path, input))).text).result.data as unknown;

test("the page brings the picture and the answers that its own address asks for", async () => {
  const { text, data, status } = await open("?measure=projects&types=project&region=150700&asof=2012-07");
  expect(status).toBe(200);
  expect(text).toMatch(/<div id="first-picture"><div [^>]*>.*<svg/s);
  expect(text).toContain('data-code="150700"');
  const filter = { types: ["project"] };
  const asOf = "2012-07";
  expect(data.progress.reporting).toEqual(
    await read("progress.byRegion", { level: "reporting", measure: "projects", filter, asOf }),
  );
  expect(data.progress.county).toEqual(
    await read("progress.byRegion", { level: "county", measure: "projects", filter, asOf }),
  );
  expect(data.features).toEqual(await read("map.features", { filter, asOf }));
  expect(data.summary).toEqual(
    await read("progress.summary", { filter: { regions: ["150700"], ...filter }, asOf }),
  );
  expect(data.asOf).toBe("2012-07");
});

test("the dated layers come with a page that has them on", async () => {
  const groups = (data: PageData) => new Set(data.features.corridors.map((corridor) => corridor.group));
  expect(groups((await open()).data)).toEqual(new Set(["seed"]));
  expect(groups((await open("?layers=later,guofa21")).data)).toEqual(new Set(["seed", "later", "guofa21"]));
});

test("language and theme are the address's, else the cookie's, else Chinese and light", async () => {
  const seen = async (search: string, cookie?: string) => {
    const { text, data } = await open(search, cookie === undefined ? {} : { Cookie: cookie });
    expect(text).toContain(
      `<html lang="${data.lang}" data-theme="${data.theme}" data-revision="${data.revision}">`,
    );
    return [data.lang, data.theme];
  };
  expect(await seen("")).toEqual(["zh-CN", "light"]);
  expect(await seen("", "a=b; lang=en; theme=dark")).toEqual(["en", "dark"]);
  expect(await seen("?lang=zh-CN&theme=light", "lang=en; theme=dark")).toEqual(["zh-CN", "light"]);
  expect(await seen("?lang=xx", 'lang=yy; theme="><script>')).toEqual(["zh-CN", "light"]);
});

test("an address that cannot be understood is still a page", async () => {
  const odd = await open(
    "?region=159999&regions=150100,159998&stages=nonsense&q=%00%22%3C/script%3E&at=a/b/c&asof=1999-01",
  );
  expect(odd.status).toBe(200);
  expect(odd.data.summary.counts.items).toBe(0);
  const before = await open("?asof=1999-01");
  expect(before.data.summary).toMatchObject({ asOf: "1999-01", statistics: [] });
  expect(before.data.progress.reporting).toHaveLength(14);
  expect(before.data.progress.reporting.every((row) => row.value === null)).toBe(true);
});

test("a page is made in steps, and between them others have their turn", async () => {
  let turns = 0;
  let counting = true;
  const count = () => {
    turns += 1;
    if (counting) setImmediate(count);
  };
  const checked = vi.spyOn(zPageData, "parse");
  let turnsBefore = 0;
  checked.mockImplementationOnce((data) => {
    turnsBefore = turns;
    return data as PageData;
  });
  const { database, revisions } = served.ledger;
  const pages = renderPages({ db: database.read, revisions, geography: loadGeography() });
  count();
  await pages.html("<!--first-picture-->", parseView("?measure=landed"), { lang: "en", theme: "dark" }, "");
  counting = false;
  checked.mockRestore();
  expect(turnsBefore).toBeGreaterThan(0);
  expect(turns - turnsBefore).toBeGreaterThanOrEqual(2);
});

test("no text of the ledger can end the script it stands in", () => {
  const data = { lang: "en", theme: "dark", revision: 7, note: "</script><script>alert(1)</script>%nonce%" };
  const pieces = fillTemplate('<html lang="%lang%"><meta nonce="%nonce%"><script><!--page-data--></script>', {
    picture: { markup: "", rules: "" },
    data: data as unknown as PageData,
  });
  const html = pieces.join("NONCE");
  expect(html.match(/<\/script>/g)).toHaveLength(1);
  expect(html).toContain('<html lang="en"><meta nonce="NONCE">');
  // The ledger's words are filled in after the template was searched: they are no placeholder.
  expect(html).toContain("%nonce%");
});

test("the picture stands alone too, with what a picture must say of itself", async () => {
  const svg = await ask(`${served.url}/overview.svg?theme=dark&lang=zh-CN`);
  expect([svg.status, svg.headers["content-type"]]).toEqual([200, "image/svg+xml; charset=utf-8"]);
  expect(svg.text).toMatch(/^<\?xml [^>]*>\s*<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg.text).toContain("未经审图");
  expect(svg.text).toContain("2012-07");
  expect(svg.text).toContain(`${served.url}/?lang=zh-CN&amp;theme=dark`);
  // The document that says what is drawn, beside the credits of the map.
  expect(svg.text).toContain("《贯彻落实国务院〈意见〉工作总体进展情况》（中国政府网 2012-07-24）");
  const sorted = await ask(`${served.url}/overview.svg?theme=dark&lang=zh-CN&sort=-stage`);
  expect(sorted.text).toContain("sort=-stage");
  // Opened from a disk, nothing of ours is at an address: its pictures are in it.
  expect(svg.text).not.toContain('href="/');
});

test("who has the picture alone is not sent it again, unless language or theme has changed since", async () => {
  const open = (headers: Record<string, string>) => ask(`${served.url}/overview.svg`, { headers });
  const english = { Cookie: "lang=en; theme=dark" };
  const { etag = "" } = (await open(english)).headers;
  expect((await open({ ...english, "If-None-Match": etag })).status).toBe(304);
  for (const Cookie of ["lang=zh-CN; theme=dark", "lang=en; theme=light"]) {
    const other = await open({ Cookie, "If-None-Match": etag });
    expect(other.status).toBe(200);
    expect(other.headers.etag).not.toBe(etag);
  }
});

test("a document that can name no icon gets the page's own by the browser's guess", async () => {
  const icon = await ask(`${served.url}/favicon.ico`);
  expect(icon.status).toBe(302);
  expect((await open()).text).toContain(`<link rel="icon" href="${icon.headers.location}"`);
});

test("the page and the picture say 演示数据 where the ledger is a demonstration, and only there (truth rule 8)", async () => {
  const made = await openLedger(aDataDir(), "test");
  await made.database.write.transaction().execute(markDemo);
  const of = ({ database, revisions }: Ledger) =>
    renderPages({ db: database.read, revisions, geography: loadGeography() });
  const [view, origin] = [parseView(""), "http://one-map.test"];
  for (const [lang, words] of [
    ["zh-CN", "演示数据"],
    ["en", "Demonstration data"],
  ] as const) {
    const look = { lang, theme: "light" } as const;
    const demo = of(made);
    expect((await demo.document(view, look, origin)).svg).toContain(`2012-07 · ${words}</text>`);
    expect(await demo.html("<!--page-data-->", view, look, "")).toContain('"demo":true');
    const plain = of(served.ledger);
    expect((await plain.document(view, look, origin)).svg).not.toContain(words);
    expect(await plain.html("<!--page-data-->", view, look, "")).toContain('"demo":false');
  }
});
