import { beforeEach, expect, test } from "vitest";
import type { Role } from "#domain/permission.ts";
import { apiOf } from "../../factories.ts";
import { codeOfRefusal } from "./refusal.ts";
import {
  aHouse,
  anAccount,
  enrolled,
  type House,
  PASSWORD,
  SECURITY,
  SYSTEM,
  theFirst,
  Visitor,
} from "./visitor.ts";

let house: House;
beforeEach(async () => {
  house = await aHouse();
  return () => house.ledger.database.close();
});
const DAY = 24 * 60 * 60_000;
const security = () => apiOf(house.ledger, SECURITY, undefined, house.people).account;
const rolesOf = async (name: string): Promise<readonly Role[]> =>
  (await security().list()).find((one) => one.name === name)?.roles ?? [];

test("two names that read alike are one", async () => {
  const api = apiOf(house.ledger, SYSTEM, undefined, house.people);
  await api.account.create({ name: "Admin" });
  for (const name of ["admin", "ＡＤＭＩＮ", " Admin "])
    expect(await codeOfRefusal(api.account.create({ name }))).toBe("CONFLICT");
});

test("the first account gives its administrators' roles away one by one, and keeps the last", async () => {
  const { visitor } = await theFirst(house);
  const names = ["系统", "审计"];
  const ids = [await anAccount(house, "系统"), await anAccount(house, "审计")];
  const grant = async (id: string, roles: Role[]) =>
    codeOfRefusal((await visitor.api()).account.grant({ id, roles, unit: null }));
  expect(await grant(ids[0] ?? "", ["system", "audit"])).toBe("BAD_REQUEST");
  expect(await grant(ids[0] ?? "", ["system"])).toBe("none");
  expect([await rolesOf("管理员"), await rolesOf(names[0] ?? "")]).toEqual([
    ["security", "audit"],
    ["system"],
  ]);
  expect(await codeOfRefusal((await visitor.api()).screen.list())).toBe("FORBIDDEN");
  expect(await grant(ids[1] ?? "", ["audit"])).toBe("none");
  expect(await rolesOf("管理员")).toEqual(["security"]);
  expect(await codeOfRefusal((await visitor.api()).audit.search({}))).toBe("FORBIDDEN");
});

test("nobody changes his own rights, and the trail says what was before and after", async () => {
  const { visitor } = await theFirst(house);
  const own = (await security().list())[0]?.id ?? "";
  const api = await visitor.api();
  expect(await codeOfRefusal(api.account.grant({ id: own, roles: ["office"], unit: null }))).toBe("CONFLICT");
  expect(await codeOfRefusal(api.account.lock({ id: own }))).toBe("CONFLICT");
  const id = await anAccount(house, "someone");
  await api.account.grant({ id, roles: ["viewer"], unit: "league-150100" });
  const row = await house.ledger.database.read
    .selectFrom("audit")
    .selectAll()
    .where("action", "=", "account.grant")
    .executeTakeFirstOrThrow();
  expect([row.account_name, row.target, row.unit_id]).toEqual(["管理员", id, "league-150100"]);
  expect([JSON.parse(row.before ?? ""), JSON.parse(row.after ?? "")]).toEqual([
    { roles: [], unit: null },
    { roles: ["viewer"], unit: "league-150100" },
  ]);
});

test("roles go with units: who files has one that files, who reviews one that is filed to", async () => {
  const id = await anAccount(house, "someone");
  const grant = (roles: Role[], unit: string | null) => codeOfRefusal(security().grant({ id, roles, unit }));
  expect(await grant(["reporter"], null)).toBe("BAD_REQUEST");
  expect(await grant(["reporter"], "no-such-unit")).toBe("BAD_REQUEST");
  expect(await grant(["reviewer"], "dept-water")).toBe("BAD_REQUEST");
  expect(await grant(["office"], "league-150100")).toBe("BAD_REQUEST");
  expect(await grant(["reporter", "reviewer"], "league-150100")).toBe("none");
  expect(await grant(["office"], "office-leading-group")).toBe("none");
});

test("a change of rights ends the sessions that had the old ones", async () => {
  const id = await anAccount(house, "someone");
  const visitor = new Visitor(house);
  await (await visitor.api()).session.signIn({ name: "someone", password: PASSWORD });
  await security().grant({ id, roles: ["viewer"], unit: null });
  expect((await (await visitor.api()).session.state()).account).toBeNull();
});

test("a locked account is out at once, stays out, and comes back", async () => {
  const id = await anAccount(house, "someone");
  const visitor = new Visitor(house);
  const enter = async () =>
    codeOfRefusal((await visitor.api()).session.signIn({ name: "someone", password: PASSWORD }));
  await enter();
  await security().lock({ id });
  expect((await (await visitor.api()).session.state()).account).toBeNull();
  expect(await enter()).toBe("UNAUTHORIZED");
  expect(await codeOfRefusal(security().grant({ id, roles: ["security"], unit: null }))).toBe("CONFLICT");
  expect(await codeOfRefusal(security().resetPassword({ id }))).toBe("CONFLICT");
  await security().unlock({ id });
  expect(await enter()).toBe("none");
});

test("the security administrator sees an account's sessions and ends one or all", async () => {
  const id = await anAccount(house, "someone");
  const visitors = [new Visitor(house), new Visitor(house)];
  for (const visitor of visitors)
    await (await visitor.api()).session.signIn({ name: "someone", password: PASSWORD });
  const before = await security().sessions({ id });
  expect(before.filter((one) => one.agent === "test browser")).toHaveLength(2);
  await security().revokeSessions({ id, session: before[0]?.id });
  expect(await security().sessions({ id })).toHaveLength(before.length - 1);
  await security().revokeSessions({ id });
  expect(await security().sessions({ id })).toEqual([]);
});

test("an account that nobody used for ninety days is pointed out", async () => {
  await anAccount(house, "here");
  await apiOf(house.ledger, SYSTEM, undefined, house.people).account.create({ name: "never" });
  house.clock.now += 89 * DAY;
  await (await new Visitor(house).api()).session.signIn({ name: "here", password: PASSWORD });
  house.clock.now += DAY;
  const unused = (await security().list()).map((one) => [one.name, one.unused]);
  expect(unused).toEqual([
    ["here", false],
    ["never", true],
  ]);
});

test("a lost device is taken off by the security administrator", async () => {
  const id = await anAccount(house, "someone");
  const visitor = new Visitor(house);
  await (await visitor.api()).session.signIn({ name: "someone", password: PASSWORD });
  await enrolled(house, visitor);
  await security().resetSecondFactor({ id });
  await (await visitor.api()).session.signIn({ name: "someone", password: PASSWORD });
  expect((await (await visitor.api()).session.state()).signedIn).toBe(true);
  expect(await house.ledger.database.read.selectFrom("recovery_code").selectAll().execute()).toEqual([]);
});

test("under 等保 a password of ninety days is to be changed, under ASVS never", async () => {
  for (const [passwordPolicy, needs] of [
    ["dengbao", ["new-password"]],
    ["asvs", []],
  ] as const) {
    const own = { ...house, people: { ...house.people, passwordPolicy } };
    const visitor = new Visitor(own);
    const name = `user of ${passwordPolicy}`;
    await anAccount(house, name);
    house.clock.now += 90 * DAY;
    await (await visitor.api()).session.signIn({ name, password: PASSWORD });
    expect((await (await visitor.api()).session.state()).needs).toEqual(needs);
  }
});
