import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { sliceCodePoints } from "#domain/source.ts";
import { readRegions } from "#geo/read.ts";
import { readSeeds } from "#seeds/read.ts";
import { forgetWords, indexWords } from "#server/db/grams.ts";
import { readRevision } from "#server/db/revision.ts";
import { checkRollup } from "#server/db/rollup.ts";
import { seedDatabase } from "#server/db/seed.ts";
import { openLedger } from "#server/ledger.ts";
import { Lru } from "#server/page/lru.ts";
import { bareEnv } from "../../bare-env.ts";
import { aDataDir, apiOf, seededApi } from "../../factories.ts";

test("a detail gives every record of the source back as it was written", async () => {
  const api = await seededApi();
  for (const item of readSeeds().items) {
    const noun = item.type === "project" ? "project" : "policy";
    const { units, geometry, childRows, relationRows, ...detail } = await api[noun].get({ id: item.id });
    const { units: itsUnits, geometry: itsGeometry, ...record } = item;
    // The seed has no reports, so nothing has a light.
    expect(detail).toEqual({ ...record, noun, light: null, reports: [] });
    expect(units.map(({ name: _, nameEn: __, ...unit }) => unit)).toEqual(itsUnits);
    expect(units.every((unit) => unit.name !== "" && unit.nameEn)).toBe(true);
    expect(geometry).toMatchObject(itsGeometry);
    expect(childRows.map((row) => row.id)).toEqual(item.children);
    expect(relationRows.map((relation) => relation.row.id)).toEqual(item.relations.map((one) => one.item));
  }
});

test("from a document's sentence one gets to its items: every quote lies where it is marked", async () => {
  const api = await seededApi();
  const source = await api.source.get({ id: "im-2012-07-24" });
  expect(new Set(source.marks.map((mark) => mark.item)).size).toBe(126);
  for (const mark of source.marks) {
    const item = await api[mark.noun].get({ id: mark.item });
    expect(item.sources.map((one) => one.quote)).toContain(
      sliceCodePoints(source.text, mark.start, mark.end),
    );
  }
});

test("the source's statistics stand beside the counts, whatever the filter", async () => {
  const api = await seededApi();
  const [whole, none] = await Promise.all([
    api.progress.summary(),
    api.progress.summary({ filter: { types: [] } }),
  ]);
  expect(whole.statistics).toEqual(readSeeds().statistics);
  expect(none.statistics).toEqual(whole.statistics);
  expect([whole.counts.items, whole.counts.projects, none.counts.items]).toEqual([66, 21, 0]);
});

test("the map draws the source's lines, the dated layers only when asked", async () => {
  const api = await seededApi();
  const { points, corridors, areaOnly } = await api.map.features();
  expect(new Set(corridors.map((corridor) => corridor.group))).toEqual(new Set(["seed"]));
  // Too uncertain for a line: its league's area is drawn (truth rule 5).
  expect(corridors.map((corridor) => corridor.id)).not.toContain("c-hatuhuduge-suhaitu");
  // A corridor draws no points: 文得根 belongs to its own item alone, with its own stage.
  expect(points.filter((point) => point.place === "pl-wendegen").map((point) => point.item)).toEqual([
    "S-1.3-06.1",
  ]);
  expect(new Set(points.map((point) => point.id)).size).toBe(points.length);
  const drawn = new Set([
    ...points.map((point) => point.item),
    ...corridors.flatMap((corridor) => corridor.items),
  ]);
  expect(areaOnly).toBe(109 - drawn.size);
  const later = await api.map.features({ later: true, guofa21: true });
  expect(later.points).toEqual(points);
  expect(later.areaOnly).toBe(areaOnly);
  for (const corridor of later.corridors.filter((one) => one.group !== "seed"))
    expect([corridor.stage, corridor.stageBasis]).toEqual([null, null]);
});

test("later history is dated by the year it came into use, and the source's own lines are not (truth rule 6)", async () => {
  const api = await seededApi();
  const { corridors } = await api.map.features({ later: true });
  const years = (group: string) => corridors.filter((one) => one.group === group).map((one) => one.year);
  expect(years("later")).toEqual([2016, 2017]);
  expect(new Set(years("seed"))).toEqual(new Set([null]));
});

test("points and lines say whether their stage can be read otherwise", async () => {
  const api = await seededApi();
  const { points, corridors } = await api.map.features();
  const doubtful = [...points, ...corridors].filter((one) => one.stageBasis === "ambiguous");
  expect(doubtful.map((one) => [one.id, one.stageWords])).toEqual(
    expect.arrayContaining([
      ["S-1.3-03/pl-shengle", "建设"],
      ["S-1.3-06.1/pl-wendegen", "争取将…列入…规划"],
      ["c-dongdazhun-gas", "核准开工建设"],
    ]),
  );
  expect(corridors.find((one) => one.id === "c-yinchuo")?.stageBasis).toBe("explicit");
});

test("hubs are the seed's reservoirs and dams, but for those that are an item's own mark", async () => {
  const api = await seededApi();
  const { hubs, points } = await api.map.features({ filter: { types: [] } });
  expect(points).toEqual([]);
  expect(hubs.map((hub) => hub.id)).toEqual(["pl-nierji-dam", "pl-haibowan-dam", "pl-molimiao"]);
});

test("a filter of the map leaves what it matches, areas counted", async () => {
  const api = await seededApi();
  const gas = await api.map.features({ filter: { text: "天然气管道" } });
  expect(gas.points).toEqual([]);
  expect(gas.corridors.map((corridor) => corridor.id)).toEqual(["c-dongdazhun-gas"]);
  expect(gas.areaOnly).toBe(0);
});

test("regions come with centre, seat and box, units in their order", async () => {
  const api = await seededApi();
  expect((await api.region.list()).map(({ centre, ...region }) => ({ region, centre }))).toEqual(
    readRegions().map((region) => ({ region, centre: region.anchor })),
  );
  expect(await api.unit.list()).toEqual(readSeeds().units);
});

test("the roll-up equals the items, and a tampered one is told cell by cell", async () => {
  const dir = aDataDir();
  const { database } = await openLedger(dir, "test");
  expect(await checkRollup(database.read)).toEqual([]);
  const check = () =>
    spawnSync(
      process.execPath,
      [fileURLToPath(new URL("../../../server/rollup-check.ts", import.meta.url))],
      {
        env: { ...bareEnv(), DATA_DIR: dir },
        encoding: "utf8",
      },
    );
  // Beside the process that serves: it only reads.
  expect(check()).toMatchObject({ status: 0, stderr: "" });
  await database.write
    .updateTable("rollup")
    .set((eb) => ({ n: eb("n", "+", 1) }))
    .where("region", "=", "150600")
    .where("type", "=", "project")
    .where("stage", "=", "construction")
    .execute();
  const differences = await checkRollup(database.read);
  expect(differences).toHaveLength(1);
  expect(differences[0]).toMatch(/^2012-07 150600 project construction: kept \d+ .*, counted \d+ /);
  expect(check()).toMatchObject({ status: 1 });
  await database.close();
});

test("a ledger that has items is not seeded again, and regions follow the boundary data set", async () => {
  const { database } = await openLedger(aDataDir(), "test");
  const [seeds, regions] = [readSeeds(), readRegions()];
  await seedDatabase(database.write, { ...seeds, items: [] }, regions, "test");
  const count = async () => (await database.read.selectFrom("item").select("id").execute()).length;
  expect(await count()).toBe(126);
  const renamed = regions.map((region) => (region.code === "150100" ? { ...region, name: "青城" } : region));
  await seedDatabase(database.write, seeds, renamed, "test");
  const { record } = await database.read
    .selectFrom("region")
    .select("record")
    .where("code", "=", "150100")
    .executeTakeFirstOrThrow();
  expect(JSON.parse(record)).toMatchObject({ name: "青城" });
  expect(await checkRollup(database.read)).toEqual([]);
  await database.close();
});

test("a place that the seeds have mended is mended in a ledger of an older seed", async () => {
  const dir = aDataDir();
  const { database } = await openLedger(dir, "test");
  const [seeds, regions] = [readSeeds(), readRegions()];
  const older = seeds.places.map(({ nameEn: _, shortEn: __, ...place }) => place) as typeof seeds.places;
  await seedDatabase(database.write, { ...seeds, places: older }, regions, "test");
  const before = await readRevision(database.read);
  await seedDatabase(database.write, seeds, regions, "test");
  expect(await readRevision(database.read)).toBe(before + 1);
  const rows = await database.read.selectFrom("place").select("record").orderBy("ordinal").execute();
  expect(rows.map(({ record }) => JSON.parse(record))).toEqual(seeds.places);
  await seedDatabase(database.write, seeds, regions, "test");
  expect(await readRevision(database.read)).toBe(before + 1);
  await database.close();
});

test("a ledger whose words an older version took is found by today's: English names among them", async () => {
  const { database, revisions } = await openLedger(aDataDir(), "test");
  const api = apiOf({ database, revisions });
  const found = async (text: string) =>
    (await api.project.list({ filter: { text }, limit: 200 })).items.map((row) => row.id);
  const ordos = await found("oRDOS");
  expect(ordos).toContain("S-1.4-15");
  const commission = await api.policy.list({ filter: { text: "development AND Reform commission" } });
  expect(commission.items.map((row) => row.id)).toContain("S-1.2-07");

  const texts = () => database.read.selectFrom("item_text").selectAll().orderBy("version_id").execute();
  const words = await texts();
  await database.write.transaction().execute(async (tx) => {
    for (const { version_id, words: said } of words.filter((row) => row.words !== "")) {
      const older = said.replaceAll(/^.*ordos.*$/gm, "");
      await tx.updateTable("item_text").set({ words: older }).where("version_id", "=", version_id).execute();
      await forgetWords(tx, version_id);
      await indexWords(tx, version_id, older);
    }
  });
  expect(await found("ordos")).toEqual([]);
  const before = await readRevision(database.read);
  for (const _ of ["it is brought up to date", "and then left alone"]) {
    await seedDatabase(database.write, readSeeds(), readRegions(), "test");
    expect(await readRevision(database.read)).toBe(before + 1);
  }
  expect(await texts()).toEqual(words);
  expect(await found("ordos")).toEqual(ordos);
  await database.close();
});

test("the map's names and a detail's have English beside them", async () => {
  const api = await seededApi();
  const { points, corridors } = await api.map.features({ later: true, guofa21: true });
  const gas = await api.project.get({ id: "S-1.4-15" });
  const marked = await api.project.get({ id: "S-1.4-19" });
  const named = [...points, ...corridors, ...gas.geometry.lines, ...marked.geometry.marks, ...gas.units];
  expect(named.filter(({ nameEn = "" }) => nameEn === "" || /\p{Script=Han}/u.test(nameEn))).toEqual([]);
  expect(gas.geometry.lines.map((line) => line.nameEn)).toEqual(["Dongsheng–Dalad–Jungar gas pipeline"]);
});

test("kept pages are bounded, made once for two who ask at once, and a failed one is made again", async () => {
  const kept = new Lru<number>(2);
  let made = 0;
  const make = async () => {
    made += 1;
    return made;
  };
  expect(await Promise.all([kept.get("a", make), kept.get("a", make)])).toEqual([1, 1]);
  await kept.get("b", make);
  await kept.get("a", make);
  await kept.get("c", make);
  expect([kept.size, made]).toEqual([2, 3]);
  // `b` was asked for longest ago.
  expect(await kept.get("a", make)).toBe(1);
  expect(await kept.get("b", make)).toBe(4);
  await expect(kept.get("d", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await kept.get("d", make)).toBe(5);
});
