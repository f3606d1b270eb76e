import i18next from "i18next";
import { beforeEach, describe, expect, test } from "vitest";
import type { Language } from "#domain/look/words.ts";
import { tipWords } from "../../../client/map/tip-words.ts";
import { speak, startWords } from "../../../client/words/start-words.ts";
import { seededApi } from "../../factories.ts";
import { aMapData, aRow, aView } from "../layers/seed-scene.ts";

beforeEach(() => startWords("zh-CN"));

async function tipOf(id: string, mark: string, lang: Language = "zh-CN") {
  await speak(lang);
  const api = await seededApi();
  const features = await api.map.features({ later: true });
  const props = { ...aMapData({ features }), view: aView(), lang, pickedRegions: [] };
  return tipWords({ kind: "item", id, mark }, props, i18next.t);
}

describe("a mark or a line", () => {
  test("of an item with several places names the place pointed at, with its own error", async () => {
    const titles = await Promise.all(
      ["pl-alxa-axf", "pl-alxa-ejn"].map(
        async (place) => (await tipOf("S-1.4-16", `S-1.4-16/${place}`))?.title,
      ),
    );
    expect(titles).toEqual(["通勤机场·左旗", "通勤机场·额济纳"]);
  });

  test("whose stage can be read otherwise gives the source's words, and is in doubt (truth rule 1)", async () => {
    expect(await tipOf("S-1.4-15", "c-dongdazhun-gas")).toMatchObject({
      literal: "核准开工建设",
      value: "存疑",
    });
    expect(await tipOf("S-1.3-06.1", "S-1.3-06.1/pl-wendegen")).toMatchObject({
      literal: "争取将…列入…规划",
      value: "存疑",
    });
    expect((await tipOf("S-1.4-15", "c-dongdazhun-gas", "en"))?.value).toBe("in doubt");
  });

  test("whose stage is plain says it", async () => {
    const tip = await tipOf("S-1.4-20", "c-yinchuo");
    expect([tip?.value, tip?.literal]).toEqual(["前期工作", undefined]);
  });

  test("of later history is that line and not the source's, with its year (truth rule 6)", async () => {
    const tip = await tipOf("S-1.4-14", "c-ximeng-taizhou-uhvdc");
    expect(tip).toMatchObject({
      title: "锡盟—泰州特高压直流",
      notes: ["后续", "2017 年投运", expect.anything()],
    });
    expect(tip?.value).toBeUndefined();
  });

  test("says how far off it may be, in the page's language", async () => {
    expect((await tipOf("S-1.4-19", "S-1.4-19/pl-zhadun"))?.notes).toEqual(["位置未核 · 误差 ±20 公里"]);
    expect(await tipOf("S-1.4-19", "S-1.4-19/pl-zhadun", "en")).toMatchObject({
      title: "Zhadun River Reservoir",
      notes: ["place unchecked · within ±20 km"],
    });
  });

  test("that the map has no more says nothing", async () => {
    expect(await tipOf("S-1.4-19", "S-1.4-19/pl-gone")).toBeNull();
  });
});

test("n of a share counts the known stages, and a region without any says so (truth rule 2)", () => {
  const rows = [
    { ...aRow("150700", 0, { preparation: 1, unstated: 3 }), n: 4 },
    { ...aRow("152500", null, { unstated: 2 }), n: 2 },
  ];
  const props = {
    ...aMapData({ progress: { reporting: rows, county: [] } }),
    view: aView({ measure: "started" }),
    lang: "zh-CN" as const,
    pickedRegions: [],
  };
  const tip = (code: string) => tipWords({ kind: "region", code }, props, i18next.t);
  expect(tip("150700")).toEqual({
    title: "呼伦贝尔市",
    measure: "开工率",
    value: "0%",
    notes: ["n=1，阶段已知的项数"],
  });
  expect(tip("152500")).toMatchObject({ value: "阶段未说明", notes: [] });
  expect(tip("152900")).toMatchObject({ value: "未提及", notes: [] });
});

test("a region that is only inferred for the item picked says so (truth rule 3)", () => {
  const pickedRegions = [
    { code: "150700", basis: "stated" },
    { code: "152200", basis: "inferred" },
  ] as const;
  const props = { ...aMapData(), view: aView({ item: "S-1.3-06" }), lang: "zh-CN" as const, pickedRegions };
  const notes = (code: string) => tipWords({ kind: "region", code }, props, i18next.t)?.notes;
  expect([notes("150700"), notes("152200"), notes("152500")]).toEqual([
    [],
    [i18next.t("map.pickedInferred")],
    [],
  ]);
});
