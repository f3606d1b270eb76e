import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MOST_CONTACTS } from "#domain/people/contact.ts";
import type { Role, Who } from "#domain/permission.ts";
import { newId } from "#server/db/filing/filed.ts";
import { type Ledger, openLedger } from "#server/ledger.ts";
import { aDataDir, aLedger, apiOf } from "../../factories.ts";
import { codeOfRefusal } from "./refusal.ts";

const someone = (role: Role, unit: string | null): Who => ({
  id: role,
  name: `某${role}`,
  roles: [role],
  unit,
});
const WATER = someone("reporter", "dept-water");
const FORESTRY = someone("reporter", "dept-forestry");
const OFFICE = someone("office", "office-leading-group");

const aContact = () => ({
  ...{ id: newId(), edition: 0, unit: "dept-water", name: "其其格" },
  ...{ duty: "报送联络员", telephone: "0471-4810000转8012" },
});
const trailOf = (ledger: Ledger) =>
  ledger.database.read.selectFrom("audit").selectAll().where("noun", "=", "contact").execute();

test("a unit writes its own contacts, the office everybody's, and all who are signed in read them", async () => {
  const ledger = await aLedger();
  const first = aContact();
  const saved = await apiOf(ledger, WATER).contact.save(first);
  expect(saved).toMatchObject({ ...first, edition: 1, mayEdit: true });
  await apiOf(ledger, OFFICE).contact.save({ ...aContact(), unit: "dept-forestry", name: "白云" });

  const seen = await apiOf(ledger, FORESTRY).contact.list();
  expect(seen.mine).toEqual(["dept-forestry"]);
  expect(seen.contacts.map(({ name, mayEdit }) => [name, mayEdit]).sort()).toEqual([
    ["其其格", false],
    ["白云", true],
  ]);
  expect((await apiOf(ledger, someone("viewer", null)).contact.list()).mine).toEqual([]);
  expect((await apiOf(ledger, OFFICE).contact.list()).mine.length).toBeGreaterThan(40);

  expect(await codeOfRefusal(apiOf(ledger, FORESTRY).contact.save(aContact()))).toBe("FORBIDDEN");
  expect(await codeOfRefusal(apiOf(ledger, FORESTRY).contact.erase({ id: first.id }))).toBe("FORBIDDEN");
  const taken = { ...first, edition: 1, unit: "dept-forestry" };
  expect(await codeOfRefusal(apiOf(ledger, FORESTRY).contact.save(taken))).toBe("NOT_FOUND");
  await ledger.database.close();
});

test("two who change one contact: the second is told who was faster, and overwrites nothing", async () => {
  const ledger = await aLedger();
  const first = aContact();
  await apiOf(ledger, WATER).contact.save(first);
  await apiOf(ledger, OFFICE).contact.save({ ...first, edition: 1, duty: "处长" });
  const late = apiOf(ledger, WATER).contact.save({ ...first, edition: 1, duty: "副处长" });
  await expect(late).rejects.toMatchObject({ cause: { meanwhile: { by: OFFICE.name, edition: 2 } } });
  expect((await apiOf(ledger, WATER).contact.list()).contacts).toMatchObject([{ duty: "处长" }]);
  await ledger.database.close();
});

test("changes are in the trail without name and number, and what is erased is nowhere in the file", async () => {
  const dir = aDataDir();
  const ledger = await openLedger(dir, "test");
  const contact = { ...aContact(), telephone: "138 0000 1234" };
  await apiOf(ledger, WATER).contact.save(contact);
  await apiOf(ledger, WATER).contact.save({ ...contact, edition: 1, telephone: "" });
  await apiOf(ledger, WATER).contact.save({ ...contact, edition: 2 });
  await apiOf(ledger, WATER).contact.erase({ id: contact.id });

  const trail = await trailOf(ledger);
  expect(trail.map(({ action, after }) => [action, after && JSON.parse(after)])).toEqual([
    ["contact.save", { edition: 1, changed: ["name", "duty", "telephone"] }],
    ["contact.save", { edition: 2, changed: ["telephone"] }],
    ["contact.save", { edition: 3, changed: ["telephone"] }],
    ["contact.erase", null],
  ]);
  expect(JSON.stringify(trail)).not.toMatch(/其其格|138 0000/);
  expect(await codeOfRefusal(apiOf(ledger, WATER).contact.erase({ id: contact.id }))).toBe("NOT_FOUND");
  await ledger.database.close();
  const bytes = readFileSync(join(dir, "one-map.db"));
  expect(bytes.includes("138 0000 1234")).toBe(false);
  expect(bytes.includes("其其格")).toBe(false);
});

test.each([
  ["no name", { name: "  " }, ["name"]],
  ["a name of 41 characters", { name: "某".repeat(41) }, ["name"]],
  ["words for a number", { telephone: "问门卫" }, ["telephone"]],
  ["a formula for a number", { telephone: "=1+1" }, ["telephone"]],
  ["an id that can be guessed", { id: "1" }, ["id"]],
])("%s is refused at its field", async (_, part, path) => {
  const ledger = await aLedger();
  const refused = apiOf(ledger, WATER).contact.save({ ...aContact(), ...part });
  await expect(refused).rejects.toMatchObject({ code: "BAD_REQUEST", cause: { issues: [{ path }] } });
  expect(await trailOf(ledger)).toEqual([]);
  await ledger.database.close();
});

test("a unit has so many contacts and no more", async () => {
  const ledger = await aLedger();
  for (let n = 0; n < MOST_CONTACTS; n += 1) await apiOf(ledger, WATER).contact.save(aContact());
  const refused = apiOf(ledger, WATER).contact.save(aContact());
  await expect(refused).rejects.toMatchObject({ cause: { issues: [{ path: ["unit"] }] } });
  await ledger.database.close();
});
