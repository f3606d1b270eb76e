import { expect, test } from "vitest";
import type { ItemPage } from "#domain/query.ts";
import { SORTS, type Sort } from "#domain/sort.ts";
import { stepOf } from "#domain/stage.ts";
import { writeRollup } from "#server/db/rollup.ts";
import { openLedger } from "#server/ledger.ts";
import { aDataDir, apiOf, seededApi } from "../../factories.ts";

const idsOf = (page: ItemPage) => page.items.map((item) => item.id);

test("a list holds every counted item of its noun once", async () => {
  const api = await seededApi();
  const [projects, policies] = await Promise.all([
    api.project.list({ limit: 200 }),
    api.policy.list({ limit: 200 }),
  ]);
  expect([projects.total, policies.total]).toEqual([21, 88]);
  expect(new Set([...idsOf(projects), ...idsOf(policies)]).size).toBe(109);
});

test("a league's filter includes its banners, and a child counts by its parent", async () => {
  const api = await seededApi();
  // 林西县 is one of the four banners of a child of S-1.2-07.
  expect(idsOf(await api.policy.list({ filter: { regions: ["150400"] } }))).toContain("S-1.2-07");
  // 文得根 is a project under a plan: of another noun, so it stands for itself.
  expect(idsOf(await api.project.list({ limit: 200 }))).toContain("S-1.3-06.1");
});

test.each(["天然气", "口岸", "气", "2012", "ＤＯＮＧ"])(
  "the text %s is found as it is, whatever its width",
  async (text) => {
    const api = await seededApi();
    const [projects, policies] = await Promise.all([
      api.project.list({ filter: { text } }),
      api.policy.list({ filter: { text } }),
    ]);
    expect(projects.total + policies.total).toBeGreaterThan(0);
  },
);

test("initials and pinyin of a region find what lies in it", async () => {
  const api = await seededApi();
  const inHulunbuir = idsOf(await api.project.list({ filter: { regions: ["150700"] }, limit: 200 }));
  for (const text of ["hlbe", "hulunbeier", "HULUN"]) {
    const found = idsOf(await api.project.list({ filter: { text }, limit: 200 }));
    expect(found).toEqual(expect.arrayContaining(inHulunbuir));
  }
});

test.each(SORTS.flatMap((by) => [true, false].map((descending): Sort => ({ by, descending }))))(
  "pages of %j make up the whole list, in one order and without repeats",
  async (sort) => {
    const api = await seededApi();
    const whole = await api.policy.list({ sort, limit: 200 });
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: ItemPage = await api.policy.list({
        sort,
        limit: 7,
        ...(cursor === null ? {} : { cursor }),
      });
      ids.push(...idsOf(page));
      expect(page.total).toBe(88);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(ids).toEqual(idsOf(whole));
    expect(new Set(ids).size).toBe(88);
  },
);

test("by stage, low to high; what is off the ladder stands last in either direction", async () => {
  const api = await seededApi();
  for (const descending of [false, true]) {
    const { items } = await api.project.list({ sort: { by: "stage", descending } });
    const steps = items.map((item) => stepOf("project", item.stage));
    const known = steps.filter((step) => step !== null);
    expect(known).toEqual(known.toSorted((a, b) => (descending ? b - a : a - b)));
    expect(steps.slice(known.length).every((step) => step === null)).toBe(true);
    expect(steps.length - known.length).toBe(7);
  }
});

test("by title, in the order of the language, quotation marks aside", async () => {
  const api = await seededApi();
  const titles = (await api.project.list({ sort: { by: "title" } })).items.map((item) => item.title);
  const { compare } = new Intl.Collator("zh-Hans-CN-u-co-pinyin", { ignorePunctuation: true });
  expect(titles.map((title) => title[0])).toEqual(titles.toSorted(compare).map((title) => title[0]));
});

test("before the first month there is nothing, and after it the latest month answers", async () => {
  const api = await seededApi();
  expect(await api.project.list({ asOf: "2012-06" })).toEqual({ items: [], nextCursor: null, total: 0 });
  expect((await api.project.list({ asOf: "2030-01" })).total).toBe(21);
  expect(await api.map.features({ asOf: "2012-06" })).toEqual({
    points: [],
    corridors: [],
    hubs: [],
    areaOnly: 0,
  });
  await expect(api.project.get({ id: "S-1.4-15", asOf: "2012-06" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("a later month's version answers for its month, and the month before stands as it was", async () => {
  const ledger = await openLedger(aDataDir(), "test");
  const before = await apiOf(ledger).progress.summary();
  await ledger.database.write.transaction().execute(async (tx) => {
    const version = await tx
      .selectFrom("item_version")
      .selectAll()
      .where("item_id", "=", "S-1.4-15")
      .executeTakeFirstOrThrow();
    await tx.insertInto("publication").values({ as_of: "2012-08", published_at: "2012-09-05" }).execute();
    await tx.updateTable("item_version").set({ until: "2012-08" }).where("id", "=", version.id).execute();
    const id = 1000;
    await tx
      .insertInto("item_version")
      .values({ ...version, id, as_of: "2012-08", stage: "completed" })
      .execute();
    const regions = await tx
      .selectFrom("item_region")
      .selectAll()
      .where("version_id", "=", version.id)
      .execute();
    await tx
      .insertInto("item_region")
      .values(regions.map((region) => ({ ...region, version_id: id })))
      .execute();
    await writeRollup(tx, "2012-08");
  });
  const api = apiOf(ledger);
  const stageIn = async (asOf: string) =>
    (await api.project.list({ asOf, filter: { regions: ["150600"] } })).items.find(
      (item) => item.id === "S-1.4-15",
    )?.stage;
  expect([await stageIn("2012-07"), await stageIn("2012-08"), await stageIn("2013-01")]).toEqual([
    "construction",
    "completed",
    "completed",
  ]);
  expect(await api.progress.summary({ asOf: "2012-07" })).toEqual(before);
  const now = await api.progress.byRegion({ level: "province", measure: "projects" });
  expect(now[0]?.stages.completed).toBe((before.counts.projectStages.completed ?? 0) + 1);
  await ledger.database.close();
});
