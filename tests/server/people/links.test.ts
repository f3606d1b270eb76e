import { beforeEach, expect, test } from "vitest";
import { actOf } from "#server/act.ts";
import { setupLink } from "#server/people/links.ts";
import { apiOf } from "../../factories.ts";
import { codeOfRefusal } from "./refusal.ts";
import {
  aHouse,
  anAccount,
  type House,
  PASSWORD,
  SECURITY,
  SYSTEM,
  theFirst,
  tokenIn,
  Visitor,
} from "./visitor.ts";

let house: House;
beforeEach(async () => {
  house = await aHouse();
  return () => house.ledger.database.close();
});
const MINUTE = 60_000;
const NOBODY = "x".repeat(43);

/** What a start of the server prints. */
function printed(): Promise<string | null> {
  const { database, revisions } = house.ledger;
  const act = actOf(
    { write: database.write, revisions, auditHash: "sha256" },
    { id: null, name: "", address: "", requestId: "start" },
  );
  return setupLink(database.read, act, house.people);
}
const finish = async (link: string | null, name = "管理员", password = PASSWORD) =>
  codeOfRefusal(
    (await new Visitor(house).api()).setup.finish({ token: tokenIn(link ?? ""), name, password }),
  );

test("the printed link makes the first account, all three administrators in one, and signs it in to enrol", async () => {
  const link = await printed();
  expect(link).toMatch(/^\/setup#[\w-]{43}$/);
  const visitor = new Visitor(house);
  expect((await (await visitor.api()).session.state()).canSetUp).toBe(true);
  await (await visitor.api()).setup.finish({
    token: tokenIn(link ?? ""),
    name: "管理员",
    password: PASSWORD,
  });
  const state = await (await visitor.api()).session.state();
  expect([state.canSetUp, state.signedIn, state.needs]).toEqual([false, false, ["enrol"]]);
  const [account] = await apiOf(house.ledger, SECURITY, undefined, house.people).account.list();
  expect(account).toMatchObject({ name: "管理员", roles: ["system", "security", "audit"], unit: null });
});

test("the link is good once, within the hour, and for whom its password will do", async () => {
  const first = await printed();
  expect(await finish(first, "管理员", "12345678")).toBe("BAD_REQUEST");
  house.clock.now += 60 * MINUTE;
  expect(await finish(first)).toBe("NOT_FOUND");
  const second = await printed();
  expect(await finish(first)).toBe("NOT_FOUND");
  house.clock.now += 60 * MINUTE - 1;
  expect(await finish(second)).toBe("none");
  expect(await finish(second, "another")).toBe("NOT_FOUND");
  expect(await finish(`#${NOBODY}`)).toBe("NOT_FOUND");
});

test("a new start prints another and the earlier one is dead; with an administrator none is printed", async () => {
  const [first, second] = [await printed(), await printed()];
  expect(second).not.toBe(first);
  expect(await finish(first)).toBe("NOT_FOUND");
  const kept = await house.ledger.database.read.selectFrom("one_time_link").selectAll().execute();
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toContain(tokenIn(second ?? ""));
  await theFirst(house);
  expect(await printed()).toBeNull();
});

test("of two who open the link at once one is the administrator", async () => {
  const link = await printed();
  const codes = await Promise.all([finish(link, "one"), finish(link, "two")]);
  expect(codes.sort()).toEqual(["NOT_FOUND", "none"]);
  const accounts = await house.ledger.database.read.selectFrom("account").select("name").execute();
  expect(accounts).toHaveLength(1);
});

test("a link left over is dead as soon as an administrator exists by another way", async () => {
  const link = await printed();
  const id = await anAccount(house, "someone");
  await apiOf(house.ledger, SECURITY, undefined, house.people).account.grant({
    id,
    roles: ["system"],
    unit: null,
  });
  expect(await finish(link)).toBe("NOT_FOUND");
});

test("a new account's link sets its password, once, within a day, and signs in", async () => {
  const api = apiOf(house.ledger, SYSTEM, undefined, house.people);
  const { link } = await api.account.create({ name: "新人" });
  expect(link).toMatch(/^\/desk\/new-password#[\w-]{43}$/);
  const set = async (from: string, visitor = new Visitor(house)) =>
    codeOfRefusal((await visitor.api()).session.setPassword({ token: tokenIn(from), password: PASSWORD }));
  const visitor = new Visitor(house);
  expect(await set(link, visitor)).toBe("none");
  expect((await (await visitor.api()).session.state()).account?.name).toBe("新人");
  expect(await set(link)).toBe("NOT_FOUND");

  const { link: old } = await api.account.create({ name: "迟到" });
  house.clock.now += 24 * 60 * MINUTE;
  expect(await set(old)).toBe("NOT_FOUND");
});

test("a reset takes the old password and its sessions; neither kind of link does the other's work", async () => {
  const id = await anAccount(house, "someone");
  const visitor = new Visitor(house);
  await (await visitor.api()).session.signIn({ name: "someone", password: PASSWORD });
  const { link } = await apiOf(house.ledger, SECURITY, undefined, house.people).account.resetPassword({ id });
  expect((await (await visitor.api()).session.state()).account).toBeNull();
  expect(
    await codeOfRefusal((await visitor.api()).session.signIn({ name: "someone", password: PASSWORD })),
  ).toBe("UNAUTHORIZED");
  expect(await finish(link)).toBe("NOT_FOUND");
  const setup = await printed();
  const api = await new Visitor(house).api();
  const misused = api.session.setPassword({ token: tokenIn(setup ?? ""), password: PASSWORD });
  expect(await codeOfRefusal(misused)).toBe("NOT_FOUND");
  await (await visitor.api()).session.setPassword({ token: tokenIn(link), password: "another-steppe-9" });
  expect((await (await visitor.api()).session.state()).signedIn).toBe(true);
});

test("a changed password ends every other session and gives this one another token", async () => {
  await anAccount(house, "someone");
  const [here, there] = [new Visitor(house), new Visitor(house)];
  for (const visitor of [here, there])
    await (await visitor.api()).session.signIn({ name: "someone", password: PASSWORD });
  const before = here.jar.get("session");
  const change = async (current: string, password: string) =>
    codeOfRefusal((await here.api()).session.changePassword({ current, password }));
  expect(await change("wrong password", "another-steppe-9")).toBe("UNAUTHORIZED");
  expect(await change(PASSWORD, "short")).toBe("BAD_REQUEST");
  expect(await change(PASSWORD, PASSWORD)).toBe("BAD_REQUEST");
  expect(await change(PASSWORD, "another-steppe-9")).toBe("none");
  expect(here.jar.get("session")).not.toBe(before);
  expect((await (await here.api()).session.state()).signedIn).toBe(true);
  expect((await (await there.api()).session.state()).signedIn).toBe(false);
});
