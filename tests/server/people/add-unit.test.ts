import { afterAll, beforeAll, expect, test } from "vitest";
import { zUnit } from "#domain/unit.ts";
import { apiOf } from "../../factories.ts";
import { codeOfRefusal } from "./refusal.ts";
import { aHouse, type House, SYSTEM } from "./visitor.ts";

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.ledger.database.close());
const unit = () => apiOf(house.ledger, SYSTEM).unit;

test("a banner's unit has its region's names, files, and every screen hears of it", async () => {
  const before = house.ledger.revisions.current;
  const added = await unit().add({ kind: "county", region: "150424" });
  expect(added).toEqual({
    id: "county-150424",
    kind: "county",
    name: "林西县",
    short: "林西县",
    nameEn: expect.stringContaining("Linxi"),
    region: "150424",
    files: true,
    note: null,
  });
  expect((await unit().list()).at(-1)).toEqual(added);
  expect(house.ledger.revisions.current).toBe(before + 1);
  expect(await codeOfRefusal(unit().add({ kind: "county", region: "150424" }))).toBe("CONFLICT");
});

test("a league is no county, and a place that is none is none", async () => {
  for (const region of ["150400", "150000", "159999"])
    expect(await codeOfRefusal(unit().add({ kind: "county", region }))).toBe("BAD_REQUEST");
});

test("a department is called as the administrator says, once", async () => {
  const department = {
    kind: "department",
    name: "自治区测试厅",
    short: "测试厅",
    nameEn: "Department of Tests",
  } as const;
  const added = await unit().add(department);
  expect(zUnit.parse(added)).toMatchObject({ name: "自治区测试厅", files: true, region: null });
  expect(added.id).toMatch(/^dept-x[0-9a-f]{8}$/);
  expect(await codeOfRefusal(unit().add(department))).toBe("CONFLICT");
});
