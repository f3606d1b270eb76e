import { afterAll, beforeAll, expect, test } from "vitest";
import { openLedger } from "#server/ledger.ts";
import { peopleOf } from "#server/people/people.ts";
import { aDataDir, apiOf } from "../../factories.ts";
import { codeOfRefusal } from "./refusal.ts";
import {
  aHouse,
  anAccount,
  codeOf,
  enrolled,
  type House,
  nextStep,
  PASSWORD,
  SECURITY,
  Visitor,
} from "./visitor.ts";

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.ledger.database.close());

const MINUTE = 60_000;

/** Tries from so many addresses that none of them is counted out. */
let address = 0;
async function trial(name: string, password: string, where = house): Promise<string> {
  address += 1;
  const api = await new Visitor(where, `10.1.${address >> 8}.${address & 255}`).api();
  return codeOfRefusal(api.session.signIn({ name, password }));
}
const wrongTimes = async (times: number, name: string): Promise<string[]> => {
  const codes: string[] = [];
  for (let n = 0; n < times; n += 1) codes.push(await trial(name, "wrong password"));
  return codes;
};

test("five wrong passwords shut a name out for a quarter of an hour, from any address, and each more for twice as long", async () => {
  await anAccount(house, "tried");
  expect(await wrongTimes(5, "tried")).toEqual(Array(5).fill("UNAUTHORIZED"));
  expect(await trial("tried", PASSWORD)).toBe("TOO_MANY_REQUESTS");
  house.clock.now += 15 * MINUTE - 1;
  expect(await trial("tried", PASSWORD)).toBe("TOO_MANY_REQUESTS");
  house.clock.now += 1;
  expect(await wrongTimes(1, "tried")).toEqual(["UNAUTHORIZED"]);
  house.clock.now += 30 * MINUTE - 1;
  expect(await trial("tried", PASSWORD)).toBe("TOO_MANY_REQUESTS");
  house.clock.now += 1;
  expect(await trial("tried", PASSWORD)).toBe("none");
  expect(await wrongTimes(4, "tried")).toEqual(Array(4).fill("UNAUTHORIZED"));
  expect(await trial("tried", PASSWORD)).toBe("none");
});

test("a name that does not exist is shut out as one that does", async () => {
  expect(await wrongTimes(6, "nobody-of-that-name")).toEqual([
    ...Array(5).fill("UNAUTHORIZED"),
    "TOO_MANY_REQUESTS",
  ]);
});

test("twenty tries at once are five tries", async () => {
  await anAccount(house, "rushed");
  const codes = await Promise.all(Array.from({ length: 20 }, () => trial("rushed", "wrong password")));
  expect(codes.filter((code) => code === "UNAUTHORIZED")).toHaveLength(5);
  expect(codes.filter((code) => code === "TOO_MANY_REQUESTS")).toHaveLength(15);
});

test("an address with thirty wrong tries at any names is shut out, and others are not", async () => {
  await anAccount(house, "from afar");
  const at = async (name: string, password: string, from: string) =>
    codeOfRefusal((await new Visitor(house, from).api()).session.signIn({ name, password }));
  for (let n = 0; n < 30; n += 1)
    expect(await at(`guess ${n}`, "wrong password", "10.9.9.9")).toBe("UNAUTHORIZED");
  expect(await at("from afar", PASSWORD, "10.9.9.9")).toBe("TOO_MANY_REQUESTS");
  expect(await at("from afar", PASSWORD, "10.9.9.8")).toBe("none");
});

test("wrong codes of a second factor shut out too, though the password is known", async () => {
  await anAccount(house, "half known");
  const owner = new Visitor(house);
  await (await owner.api()).session.signIn({ name: "half known", password: PASSWORD });
  const secret = await enrolled(house, owner);
  nextStep(house);
  const thief = new Visitor(house, "10.8.8.8");
  const guess = async (code: string) => {
    await (await thief.api()).session.signIn({ name: "half known", password: PASSWORD });
    return codeOfRefusal((await thief.api()).session.confirm({ code }));
  };
  const right = codeOf(house, secret);
  const wrong = right === "000000" ? "000001" : "000000";
  for (let n = 0; n < 5; n += 1) expect(await guess(wrong)).toBe("UNAUTHORIZED");
  expect(await guess(right)).toBe("TOO_MANY_REQUESTS");
});

test("the list says who is shut out, and the security administrator lets him in", async () => {
  const id = await anAccount(house, "shut out");
  await wrongTimes(5, "shut out");
  const api = apiOf(house.ledger, SECURITY, undefined, house.people);
  const listed = async () => (await api.account.list()).find((one) => one.id === id)?.blockedUntil;
  expect(await listed()).toBe(new Date(house.clock.now + 15 * MINUTE).toISOString());
  await api.account.unlock({ id });
  expect(await listed()).toBeNull();
  expect(await trial("shut out", PASSWORD)).toBe("none");
});

test("refusals and what shut a name out stand in the trail, the typed name and password do not", async () => {
  const id = await anAccount(house, "noted");
  await wrongTimes(5, "noted");
  await trial("MyPassword-in-the-wrong-field", "a-typed-secret");
  const rows = await house.ledger.database.read
    .selectFrom("audit")
    .selectAll()
    .where("noun", "=", "account")
    .execute();
  const of = rows.filter((row) => row.target === id).map((row) => row.action);
  expect(of.filter((action) => action === "session.refused")).toHaveLength(5);
  expect(of.filter((action) => action === "session.blocked")).toHaveLength(1);
  const all = JSON.stringify(rows);
  for (const secret of ["MyPassword-in-the-wrong-field", "a-typed-secret", PASSWORD, "wrong password"])
    expect(all).not.toContain(secret);
});

test("a restart forgives nothing", async () => {
  const dir = aDataDir();
  let ledger = await openLedger(dir, "test");
  const clock = { now: Date.now() };
  const before = { ledger, people: peopleOf(ledger.database.write), clock };
  await anAccount(before, "someone");
  for (let n = 0; n < 5; n += 1) await trial("someone", "wrong password", before);
  await ledger.database.close();
  ledger = await openLedger(dir, "test");
  const after = { ledger, people: peopleOf(ledger.database.write), clock };
  expect(await trial("someone", PASSWORD, after)).toBe("TOO_MANY_REQUESTS");
  await ledger.database.close();
});
