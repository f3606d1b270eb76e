import { expect, test } from "vitest";
import { openLedger } from "#server/ledger.ts";
import { aDataDir, apiOf, seededApi } from "../../factories.ts";
import { publishMonth } from "../../second-month.ts";

/** The cloud data centre at 盛乐 in 呼和浩特, the chemical bases of 乌海, and 文得根水库 in 兴安盟, a part of a plan. */
const [CLOUD, WUHAI, PART] = ["S-1.3-03", "S-1.3-04", "S-1.3-06.1"];

test("a month's published reports come newest first, together the worst light first, each in its latest version", async () => {
  const ledger = await openLedger(aDataDir(), "test");
  const api = apiOf(ledger);
  await publishMonth(ledger, "2012-08", {
    [CLOUD]: { stage: "construction", plannedPercent: 50, actualPercent: 45, done: "主体封顶\n设备进场" },
    [WUHAI]: { stage: "construction", plannedPercent: 80, actualPercent: 20, done: "停工" },
  });
  const first = await api.wall.reports();
  expect(first.map(({ item, light, done }) => [item, light, done])).toEqual([
    [WUHAI, "red", "停工"],
    [CLOUD, "green", "主体封顶 设备进场"],
  ]);
  expect(first[1]).toEqual({
    id: expect.any(String),
    item: CLOUD,
    title: "盛乐现代服务业集聚区大型云计算数据中心",
    unitName: "呼和浩特市",
    unitNameEn: "Hohhot",
    light: "green",
    done: "主体封顶 设备进场",
  });

  await publishMonth(ledger, "2012-08", { [CLOUD]: { stage: "construction", done: "更正" } });
  expect((await api.wall.reports()).map(({ item, done }) => [item, done])).toEqual([
    [CLOUD, "更正"],
    [WUHAI, "停工"],
  ]);
  expect(await api.wall.reports({ asOf: "2012-07" })).toEqual([]);

  await publishMonth(ledger, "2012-09", { [PART]: { stage: "construction", done: "截流" } });
  expect((await api.wall.reports()).map(({ done }) => done)).toEqual(["截流"]);
  await ledger.database.close();
});

test("a region's are those of what lies in it, a part's by what it is a part of", async () => {
  const ledger = await openLedger(aDataDir(), "test");
  const api = apiOf(ledger);
  await publishMonth(ledger, "2012-08", {
    [CLOUD]: { stage: "construction", done: "和林格尔" },
    [PART]: { stage: "construction", done: "兴安" },
  });
  const in_ = async (region: string) => (await api.wall.reports({ region })).map(({ done }) => done);
  expect(await in_("150100")).toEqual(["和林格尔"]);
  expect(await in_("152200")).toEqual(["兴安"]);
  expect(await in_("150300")).toEqual([]);
  await expect(in_("159900")).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await ledger.database.close();
});

test("the office's own work is none of them, and without reports there are none", async () => {
  const ledger = await openLedger(aDataDir(), "test");
  const api = apiOf(ledger);
  const [office] = (await api.policy.list({ filter: { types: ["directive"] } })).items;
  if (!office) throw new Error("the seed has directives");
  await publishMonth(ledger, "2012-08", { [office.id]: "required" });
  expect(await api.wall.reports()).toEqual([]);
  expect(await (await seededApi()).wall.reports()).toEqual([]);
  await ledger.database.close();
});
