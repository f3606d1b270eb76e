import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, type Served, serve, unknownErrors } from "../serve.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(async () => {
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

type Link = { rel: string; href: string; type: string };
type Feature = {
  id: string;
  geometry: { type: string; coordinates: unknown } | null;
  properties: Record<string, unknown>;
};
type Page = {
  features: Feature[];
  numberMatched: number;
  numberReturned: number;
  links: Link[];
  title: string;
};

const get = async <T>(path: string): Promise<T> => {
  const answer = await ask(path.startsWith("http") ? path : `${served.url}/ogc${path}`);
  expect(answer.status, path).toBe(200);
  return JSON.parse(answer.text) as T;
};
const items = (id: string, query = "") => get<Page>(`/collections/${id}/items?limit=1000${query}`);
const idsOf = ({ features }: Page) => features.map(({ id }) => id);

const COLLECTIONS = ["projects", "policies", "regions", "corridors", "ports"];

test("from its first page every document and every collection is reached", async () => {
  const landing = await get<{ links: Link[] }>("");
  const by = (rel: string) => landing.links.find((link) => link.rel === rel)?.href ?? "";
  expect((await get<{ conformsTo: string[] }>(by("conformance"))).conformsTo).toContain(
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
  );
  const { collections } = await get<{ collections: { id: string; links: Link[] }[] }>(by("data"));
  expect(collections.map(({ id }) => id)).toEqual(COLLECTIONS);
  for (const { links } of collections) {
    const [self, first] = links;
    expect(await get(self?.href ?? "")).toMatchObject({ itemType: "feature" });
    expect((await get<Page>(first?.href ?? "")).features.length).toBeGreaterThan(0);
  }
});

test("every path and parameter of its description is there", async () => {
  const api = await get<{ openapi: string; paths: Record<string, { get: object }> }>("/api");
  expect(api.openapi).toBe("3.0.3");
  const paths = Object.keys(api.paths).filter((path) => !path.includes("{"));
  expect(paths).toEqual(
    expect.arrayContaining(["/", "/conformance", ...COLLECTIONS.map((id) => `/collections/${id}/items`)]),
  );
  for (const path of paths) await get(path === "/" ? "" : path);
});

test("collections of items are what the ledger counts, no item twice", async () => {
  const { text } = await ask(`${served.url}/trpc/progress.summary`);
  const { counts } = JSON.parse(text).result.data as { counts: { projects: number; policies: number } };
  for (const id of ["projects", "policies"] as const) {
    const total = counts[id];
    const page = await items(id);
    expect(page.numberMatched).toBe(total);
    expect(new Set(idsOf(page)).size).toBe(total);
  }
});

test("pages followed by their links hold each feature once, in the order of the whole", async () => {
  for (const id of COLLECTIONS) {
    const whole = idsOf(await items(id));
    const found: string[] = [];
    let next: string | undefined = `/collections/${id}/items?limit=7&lang=en`;
    while (next !== undefined) {
      const page: Page = await get(next);
      expect(page).toMatchObject({ numberMatched: whole.length, numberReturned: page.features.length });
      found.push(...idsOf(page));
      next = page.links.find(({ rel }) => rel === "next")?.href;
    }
    expect(found).toEqual(whole);
  }
});

test("a feature stands by its id as it stands on its page, with the sentence that says so", async () => {
  for (const id of COLLECTIONS) {
    const [first] = (await items(id)).features;
    expect(await get(`/collections/${id}/items/${first?.id}`)).toMatchObject({ ...first });
  }
  const project = await get<Feature>("/collections/projects/items/S-1.4-15");
  expect(project.properties.sources).toMatchObject([{ quote: expect.stringContaining("天然气管道") }]);
});

test("a box finds what the map draws in it, points, lines and ground", async () => {
  // About the reservoir of Wendegen, where the diversion begins.
  const box = "&bbox=121.9,46.98,122,47.08";
  expect(idsOf(await items("projects", box))).toEqual(["S-1.3-06.1", "S-1.4-20"]);
  expect(idsOf(await items("corridors", box))).toEqual(["c-yinchuo"]);
  expect(idsOf(await items("regions", box))).toEqual(["150000", "152200", "152223"]);
  expect(await items("ports", box)).toMatchObject({ numberMatched: 0, features: [] });
});

test("a time finds the ledger of its month and the regions of its day", async () => {
  expect((await items("projects", "&datetime=2012-06-30")).numberMatched).toBe(0);
  expect((await items("projects", "&datetime=../2012-07-31")).numberMatched).toBe(21);
  const of2012 = await items("regions", "&datetime=2012-07-24");
  expect(of2012.features.filter(({ properties }) => properties.level === "county").length).toBe(101);
  expect(of2012.features.every(({ geometry }) => geometry !== null)).toBe(true);
  const today = await items("regions", "&datetime=2026-01-01");
  expect(today.features.filter(({ properties }) => properties.level === "county").length).toBe(103);
});

test("names come in the language asked for; quotes stay as they are", async () => {
  const [zh, en] = await Promise.all([items("ports"), items("ports", "&lang=en")]);
  expect(zh.features[0]?.properties.name).toBe("满洲里");
  expect(en.features.map(({ properties }) => properties.name).join()).toMatch(/^[\x20-\x7e]+$/);
});

test.each([
  ["/collections/rivers", 404, "no collection has the id rivers"],
  ["/collections/projects/items/S-9.9-99", 404, "no feature has the id S-9.9-99"],
  ["/collections/projects/items?after=x", 400, "after: is of no page of this collection"],
  ["/collections/ports/items?after=400", 400, "after: is of no page of this collection"],
  ["/collections/projects/items?region=150600", 400, "region: is no parameter here"],
  ["/collections?limit=3", 400, "limit: is no parameter here"],
])("%s is refused with %i and says why", async (path, status, words) => {
  const answer = await ask(`${served.url}/ogc${path}`);
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.text).error.message).toContain(words);
  expect(answer.headers.etag).toBeUndefined();
});

test("who has the answer of this revision is told so", async () => {
  const url = `${served.url}/ogc/collections/projects/items`;
  const { headers } = await ask(url);
  expect((await ask(url, { headers: { "If-None-Match": String(headers.etag) } })).status).toBe(304);
});
