import { expect, test } from "vitest";
import { foldName, zAccountName } from "#domain/people/account.ts";
import { isPasswordOld, passwordProblem } from "#domain/people/password.ts";
import { pathWithin } from "#domain/people/session.ts";

test.each(["王小明", "ᠮᠣᠩᠭᠣᠯ", "li.wei", "发改委-张三", "乌·图雅", "user_01@office", "ab"])(
  "%s is a name",
  (name) => {
    expect(zAccountName.parse(name)).toBe(name);
  },
);

test.each([
  ["too short", "a"],
  ["too long", "名".repeat(41)],
  ["a character that turns the text around", "admin\u202e"],
  ["one that cannot be seen", "ad\u200bmin"],
  ["a control character", "ad\u0000min"],
  ["a line's end", "ad\nmin"],
  ["markup", "<b>admin</b>"],
  ["blanks", "   "],
  ["a formula", "=1+1"],
])("%s is none", (_why, name) => {
  expect(zAccountName.safeParse(name).success).toBe(false);
});

test("names are kept in one form, and fold to one key", () => {
  expect(zAccountName.parse(" Ｗａｎｇ　 明 ")).toBe("Wang 明");
  expect(foldName("ＷＡＮＧ 明")).toBe(foldName("wang  明"));
});

const asvs = { policy: "asvs", name: "王小明", isKnown: (folded: string) => folded === "password1" } as const;
const dengbao = { ...asvs, policy: "dengbao" } as const;

test.each([
  ["seven77", "too-short"],
  ["💧💧💧💧💧💧💧", "too-short"],
  ["x1".repeat(65), "too-long"],
  ["Password1", "known"],
  ["ＰＡＳＳＷＯＲＤ１", "known"],
  ["aaaaaaaaaa", "known"],
  ["王小明123456", "names-you"],
  ["onemap2026", "names-you"],
  ["golden steppe", null],
  ["草原上的骏马跑得很快", null],
  ["x1".repeat(64), null],
])("under ASVS %s is %s", (password, problem) => {
  expect(passwordProblem(password, asvs)).toBe(problem);
});

test.each([
  ["golden steppe", "few-kinds"],
  ["goldensteppe1", "few-kinds"],
  ["Golden steppe", null],
  ["golden-steppe-1", null],
  ["草原steppe1", null],
])("under 等保 %s is %s", (password, problem) => {
  expect(passwordProblem(password, dengbao)).toBe(problem);
});

test("a password grows old under 等保 alone, after ninety days", () => {
  const set = "2026-01-01T00:00:00.000Z";
  const day = 24 * 60 * 60_000;
  const after = (days: number) => Date.parse(set) + days * day;
  expect([isPasswordOld("dengbao", set, after(90) - 1), isPasswordOld("dengbao", set, after(90))]).toEqual([
    false,
    true,
  ]);
  expect([isPasswordOld("asvs", set, after(900)), isPasswordOld("dengbao", null, after(900))]).toEqual([
    false,
    false,
  ]);
});

test.each([
  ["/wall?scene=due", "/wall?scene=due"],
  ["/desk/reports#a", "/desk/reports#a"],
  ["//evil.test", "/desk"],
  ["/\\evil.test", "/desk"],
  ["https://evil.test", "/desk"],
  ["/\t/evil.test", "/desk"],
  ["javascript:alert(1)", "/desk"],
  [`/${"x".repeat(2000)}`, "/desk"],
  [null, "/desk"],
])("after signing in %s leads to %s", (to, path) => {
  expect(pathWithin(to)).toBe(path);
});
