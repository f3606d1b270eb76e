import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { getLocal, listLocal, purgeLocal, putLocal, removeLocal } from "../../../client/desk/local-drafts.ts";

const ANNA = "11111111-1111-4111-8111-111111111111";
const BORIS = "22222222-2222-4222-8222-222222222222";

/** The browser's own, as far as drafts use it. */
function aStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

beforeEach(() => vi.stubGlobal("localStorage", aStorage()));
afterEach(() => vi.unstubAllGlobals());

test("a draft is read as it was put, by its own account alone", () => {
  expect(putLocal(ANNA, "report:2026-03:S-1", { done: "铺轨 12 公里" })).toBe(true);
  expect(getLocal(ANNA, "report:2026-03:S-1")).toEqual({ done: "铺轨 12 公里" });
  expect(getLocal(BORIS, "report:2026-03:S-1")).toBeNull();
  expect(listLocal(ANNA)).toEqual(["report:2026-03:S-1"]);
  removeLocal(ANNA, "report:2026-03:S-1");
  expect(getLocal(ANNA, "report:2026-03:S-1")).toBeNull();
});

test("signing out takes away every draft of the account and nothing of anyone else's", () => {
  localStorage.setItem("theme", "dark");
  for (const key of ["a", "b", "c"]) putLocal(ANNA, key, key);
  putLocal(BORIS, "a", "his");
  purgeLocal(ANNA);
  expect(listLocal(ANNA)).toEqual([]);
  expect(getLocal(BORIS, "a")).toBe("his");
  purgeLocal();
  expect(listLocal(BORIS)).toEqual([]);
  expect(localStorage.getItem("theme")).toBe("dark");
});

test("a browser that is full or keeps nothing loses the draft, not the page", () => {
  vi.stubGlobal("localStorage", {
    ...aStorage(),
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  });
  expect(putLocal(ANNA, "a", 1)).toBe(false);
  vi.stubGlobal("localStorage", undefined);
  expect(getLocal(ANNA, "a")).toBeNull();
  expect(listLocal(ANNA)).toEqual([]);
  expect(() => purgeLocal(ANNA)).not.toThrow();
});

test("what is kept and is no JSON is no draft", () => {
  localStorage.setItem(`one-map:draft:${ANNA}:a`, "{");
  expect(getLocal(ANNA, "a")).toBeNull();
});
