import { beforeEach, expect, test } from "vitest";
import { codeOfRefusal } from "./refusal.ts";
import {
  aHouse,
  anAccount,
  codeOf,
  enrolled,
  type House,
  nextStep,
  PASSWORD,
  theFirst,
  Visitor,
} from "./visitor.ts";

let house: House;
beforeEach(async () => {
  house = await aHouse();
  return () => house.ledger.database.close();
});

const MINUTE = 60_000;

test("a Chinese name and a password open a session, whatever the width of its letters", async () => {
  await anAccount(house, "王 Xiao·ming");
  const visitor = new Visitor(house);
  await (await visitor.api()).session.signIn({ name: " 王 ｘＩＡＯ·Ming ", password: PASSWORD });
  const state = await (await visitor.api()).session.state();
  expect(state).toMatchObject({
    signedIn: true,
    needs: [],
    account: { name: "王 Xiao·ming", roles: [], hasPassword: true, hasSecondFactor: false },
  });
});

test("what is kept of a session and of a password opens nothing", async () => {
  await anAccount(house, "someone");
  const visitor = new Visitor(house);
  await (await visitor.api()).session.signIn({ name: "someone", password: PASSWORD });
  const { read } = house.ledger.database;
  const token = visitor.jar.get("session") ?? "";
  expect(token).toMatch(/^[\w-]{43}$/);
  const session = await read
    .selectFrom("session")
    .selectAll()
    .where("agent", "=", "test browser")
    .executeTakeFirstOrThrow();
  expect(session.token).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(session)).not.toContain(token);
  const account = await read.selectFrom("account").selectAll().executeTakeFirstOrThrow();
  expect(account.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  const stolen = new Visitor(house);
  stolen.jar.set("session", session.token);
  expect((await (await stolen.api()).session.state()).account).toBeNull();
});

test("an unknown name, a wrong password and a locked account are refused in the same words", async () => {
  await anAccount(house, "someone");
  const locked = await anAccount(house, "locked");
  await house.people.write.updateTable("account").set({ state: "locked" }).where("id", "=", locked).execute();
  const said = async (name: string, password: string) => {
    const api = await new Visitor(house).api();
    return api.session.signIn({ name, password }).catch((error: unknown) => error);
  };
  const [unknown, wrong, shut] = [
    await said("nobody", PASSWORD),
    await said("someone", "wrong password"),
    await said("locked", PASSWORD),
  ];
  expect(unknown).toMatchObject({ code: "UNAUTHORIZED" });
  expect([String(wrong), String(shut)]).toEqual([String(unknown), String(unknown)]);
});

test("a sign-in begins a session of its own: a token planted before is worth nothing after", async () => {
  await anAccount(house, "someone");
  const visitor = new Visitor(house);
  visitor.jar.set("session", "planted-by-an-attacker");
  await (await visitor.api()).session.signIn({ name: "someone", password: PASSWORD });
  const first = visitor.jar.get("session") ?? "";
  expect(first).not.toBe("planted-by-an-attacker");
  await (await visitor.api()).session.signIn({ name: "someone", password: PASSWORD });
  expect(visitor.jar.get("session")).not.toBe(first);
  const old = new Visitor(house);
  old.jar.set("session", first);
  expect((await (await old.api()).session.state()).account).toBeNull();
});

test("a session ends when nobody uses it for half an hour, and after twelve hours however busy", async () => {
  await anAccount(house, "someone");
  const visitor = new Visitor(house);
  const isIn = async () => (await (await visitor.api()).session.state()).signedIn;
  await (await visitor.api()).session.signIn({ name: "someone", password: PASSWORD });
  house.clock.now += 29 * MINUTE;
  expect(await isIn()).toBe(true);
  house.clock.now += 29 * MINUTE;
  expect(await isIn()).toBe(true);
  house.clock.now += 30 * MINUTE;
  expect(await isIn()).toBe(false);

  await (await visitor.api()).session.signIn({ name: "someone", password: PASSWORD });
  for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
    house.clock.now += 20 * MINUTE;
    expect(await isIn()).toBe(true);
  }
  house.clock.now += 20 * MINUTE;
  expect(await isIn()).toBe(false);
});

test("signing out ends the session for whoever kept its token", async () => {
  await anAccount(house, "someone");
  const visitor = new Visitor(house);
  await (await visitor.api()).session.signIn({ name: "someone", password: PASSWORD });
  const kept = new Visitor(house);
  kept.jar.set("session", visitor.jar.get("session") ?? "");
  await (await visitor.api()).session.signOut();
  expect(visitor.jar.has("session")).toBe(false);
  expect((await (await kept.api()).session.state()).signedIn).toBe(false);
});

test("own sessions are listed, and one of them is ended from another; nobody else's is", async () => {
  await anAccount(house, "someone");
  await anAccount(house, "other");
  const [office, home, other] = [new Visitor(house), new Visitor(house), new Visitor(house)];
  for (const [visitor, name] of [
    [office, "someone"],
    [home, "someone"],
    [other, "other"],
  ] as const)
    await (await visitor.api()).session.signIn({ name, password: PASSWORD });
  const list = await (await office.api()).session.list();
  const mine = list.filter((one) => one.agent === "test browser");
  expect(mine.map((one) => one.current).sort()).toEqual([false, true]);
  const elsewhere = mine.find((one) => !one.current)?.id ?? "";
  expect(await codeOfRefusal((await other.api()).session.revoke({ id: elsewhere }))).toBe("NOT_FOUND");
  await (await office.api()).session.revoke({ id: elsewhere });
  expect((await (await home.api()).session.state()).signedIn).toBe(false);
  expect((await (await office.api()).session.state()).signedIn).toBe(true);
});

test("with a second factor the password alone is no sign-in, and a code is good once", async () => {
  const { secret } = await theFirst(house);
  nextStep(house);
  const visitor = new Visitor(house);
  await (await visitor.api()).session.signIn({ name: "管理员", password: PASSWORD });
  const half = visitor.jar.get("session");
  const waiting = await (await visitor.api()).session.state();
  expect([waiting.signedIn, waiting.needs, waiting.account?.roles]).toEqual([false, ["second-factor"], []]);
  expect(await codeOfRefusal((await visitor.api()).account.list())).toBe("UNAUTHORIZED");
  expect(await codeOfRefusal((await visitor.api()).session.list())).toBe("UNAUTHORIZED");
  expect(await codeOfRefusal((await visitor.api()).session.enrol({}))).toBe("UNAUTHORIZED");

  const code = codeOf(house, secret);
  await (await visitor.api()).session.confirm({ code });
  expect((await (await visitor.api()).session.state()).account?.roles).toContain("security");
  expect(visitor.jar.get("session")).not.toBe(half);

  const again = new Visitor(house);
  await (await again.api()).session.signIn({ name: "管理员", password: PASSWORD });
  expect(await codeOfRefusal((await again.api()).session.confirm({ code }))).toBe("UNAUTHORIZED");
  nextStep(house);
  await (await again.api()).session.confirm({ code: codeOf(house, secret) });
});

test("a recovery code stands in for the device, once", async () => {
  await anAccount(house, "someone");
  const visitor = new Visitor(house);
  await (await visitor.api()).session.signIn({ name: "someone", password: PASSWORD });
  const { secret } = await (await visitor.api()).session.enrol({});
  const { recoveryCodes } = await (await visitor.api()).session.confirmEnrol({ code: codeOf(house, secret) });
  expect(new Set(recoveryCodes).size).toBe(10);
  const [code = ""] = recoveryCodes;
  const enter = async () => {
    const back = new Visitor(house);
    await (await back.api()).session.signIn({ name: "someone", password: PASSWORD });
    return codeOfRefusal((await back.api()).session.confirm({ code: code.toUpperCase() }));
  };
  expect([await enter(), await enter()]).toEqual(["none", "UNAUTHORIZED"]);
  const kept = JSON.stringify(
    await house.ledger.database.read.selectFrom("recovery_code").selectAll().execute(),
  );
  expect(kept).not.toContain(code);
});

test("an administrator without a second factor may enrol one, and nothing else", async () => {
  const { visitor, secret } = await theFirst(house);
  nextStep(house);
  await (await visitor.api()).session.dropSecondFactor({ code: codeOf(house, secret) });
  const state = await (await visitor.api()).session.state();
  expect([state.signedIn, state.needs, state.account?.roles]).toEqual([false, ["enrol"], []]);
  const api = await visitor.api();
  expect(await codeOfRefusal(api.account.list())).toBe("UNAUTHORIZED");
  expect(
    await codeOfRefusal(api.session.changePassword({ current: PASSWORD, password: "another-steppe-9" })),
  ).toBe("UNAUTHORIZED");
  await enrolled(house, visitor);
  expect((await (await visitor.api()).session.state()).signedIn).toBe(true);
});

test("who is shut out by wrong tries is told until when, whether the name is anyone's or not", async () => {
  await anAccount(house, "someone");
  const refused = async (name: string) => {
    const api = await new Visitor(house).api();
    return api.session.signIn({ name, password: "wrong password" }).catch((error: unknown) => error);
  };
  for (const name of ["someone", "nobody"]) {
    for (let tries = 0; tries < 5; tries += 1)
      expect(await refused(name)).toMatchObject({ code: "UNAUTHORIZED" });
    expect(await refused(name)).toMatchObject({
      code: "TOO_MANY_REQUESTS",
      cause: { until: new Date(house.clock.now + 15 * MINUTE).toISOString() },
    });
  }
});
