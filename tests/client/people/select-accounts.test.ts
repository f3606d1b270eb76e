import { expect, test } from "vitest";
import type { Account } from "#domain/people/account.ts";
import { selectAccounts } from "../../../client/people/select-accounts.ts";

const anAccount = (name: string, of: Partial<Account> = {}): Account => ({
  id: name,
  name,
  unit: null,
  roles: ["viewer"],
  state: "active",
  blockedUntil: null,
  hasPassword: true,
  hasSecondFactor: false,
  identity: null,
  createdAt: "",
  usedAt: null,
  unused: false,
  ...of,
});
const ALL = [
  anAccount("张三", { unit: "dept-water" }),
  anAccount("Ａdmin", { roles: [] }),
  anAccount("locked", { state: "locked" }),
  anAccount("shut out", { blockedUntil: "2026-11-29T00:00:00Z" }),
  anAccount("old", { unused: true }),
];
const names = (text: string, only: Parameters<typeof selectAccounts>[1]["only"] = "all") =>
  selectAccounts(ALL, { text, only, unitName: (id) => (id === null ? "" : "水利厅") }).map(
    ({ name }) => name,
  );

test("accounts are found by name or unit, whatever the width and case", () => {
  expect(names("水利")).toEqual(["张三"]);
  expect(names("admin")).toEqual(["Ａdmin"]);
  expect(names("ＬＯＣＫ")).toEqual(["locked"]);
  expect(names("nobody")).toEqual([]);
});

test("a selection holds those shut out for now too, and text narrows it", () => {
  expect(names("", "locked")).toEqual(["locked", "shut out"]);
  expect(names("shut", "locked")).toEqual(["shut out"]);
  expect(names("", "noRoles")).toEqual(["Ａdmin"]);
  expect(names("", "unused")).toEqual(["old"]);
});
