import { expect, test } from "vitest";
import {
  ACTIONS,
  allow,
  GUESTS,
  isAdministrator,
  RIGHTS,
  ROLES,
  reaches,
  scopesOf,
  type Who,
} from "#domain/permission.ts";

const who = (unit: string | null, ...roles: Who["roles"]): Who => ({ id: "x", name: "x", roles, unit });
const county = { unit: "county-150121", filesTo: "league-150100" };
const league = { unit: "league-150100", filesTo: "office-leading-group" };

test("own is one's own unit, below is what files to it, all is all, and self is no unit", () => {
  const reviewer = who("league-150100", "reviewer");
  expect(reaches(["own"], reviewer, league)).toBe(true);
  expect(reaches(["own"], reviewer, county)).toBe(false);
  expect(reaches(["below"], reviewer, county)).toBe(true);
  expect(reaches(["below"], reviewer, league)).toBe(false);
  expect(reaches(["self"], reviewer, league)).toBe(false);
  expect(reaches(["all"], null, league)).toBe(true);
  expect(reaches(["own", "below"], who(null, "reviewer"), { unit: "x", filesTo: null })).toBe(false);
});

test("the scopes of several roles come together", () => {
  expect(scopesOf("report.read", who("u", "reporter", "reviewer"))).toEqual(["own", "below"]);
  expect(scopesOf("report.read", who("u", "reporter", "office"))).toEqual(["own", "all"]);
  expect(scopesOf("report.read", who("u"))).toEqual([]);
});

test("a guest is told to sign in, an account that it may not", () => {
  expect(() => allow("report.read", null)).toThrow(expect.objectContaining({ name: "UnauthorizedError" }));
  expect(() => allow("report.read", who("u", "viewer"))).toThrow(
    expect.objectContaining({ name: "ForbiddenError" }),
  );
  expect(() => allow("report.write", who("u", "reporter"), county)).toThrow(
    expect.objectContaining({ name: "ForbiddenError" }),
  );
});

test("without a sign-in there is reading by the open door, a screen by its token, and the sign-in", () => {
  const may = GUESTS.map((guest) => ACTIONS.filter((action) => scopesOf(action, null, guest).length > 0));
  expect(may).toEqual([
    ["ledger.read", "screen.drive", "session.open"],
    ["ledger.read", "screen.drive", "session.open"],
    ["session.open"],
  ]);
  // Where nobody says how far the door is open, it is shut.
  expect(scopesOf("ledger.read", null)).toEqual([]);
});

test("to sign in takes nothing away that a guest may", () => {
  expect(scopesOf("ledger.read", who(null), "guest")).toEqual(["all"]);
  expect(scopesOf("ledger.read", who(null), "stranger")).toEqual([]);
});

test("problems, reports, accounts and trail are never open, and no administrator reads or writes reports", () => {
  for (const action of ACTIONS.filter((one) => /^(report|period|account|audit|month|rule)/.test(one))) {
    const right: Record<string, unknown> = RIGHTS[action];
    for (const guest of GUESTS) expect(right[guest]).toBeUndefined();
    if (action === "report.published" || !action.startsWith("report")) continue;
    for (const role of ROLES.filter(isAdministrator)) expect(right[role]).toBeUndefined();
  }
});

test("what makes an account, what grants it rights and what reads the trail are three people's", () => {
  const holders = (["account.create", "account.grant", "audit.read"] as const).map((action) =>
    Object.keys(RIGHTS[action]),
  );
  expect(holders).toEqual([["system"], ["security"], ["audit"]]);
});
