import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import type { Mine } from "#domain/report/exchange.ts";
import type { Report } from "#domain/report/report.ts";
import { type Entry, isDone, nextOpen, putReport, stateOf } from "../../../client/filing/mine-cache.ts";

const entry = (id: string, state: Report["state"] | null): Entry =>
  ({ item: { id }, report: state === null ? null : { item: id, state } }) as Entry;
const ALL = [entry("a", "submitted"), entry("b", null), entry("c", "published"), entry("d", "returned")];

test("an item is done once its report is handed in, until it is returned", () => {
  expect(ALL.map(stateOf)).toEqual(["submitted", "none", "published", "returned"]);
  expect(ALL.map(isDone)).toEqual([true, false, true, false]);
});

test("the next item is the next that waits, round the end, and none where all are done", () => {
  expect(nextOpen(ALL, "b")?.item.id).toBe("d");
  expect(nextOpen(ALL, "d")?.item.id).toBe("b");
  expect(nextOpen(ALL, "no such item")?.item.id).toBe("b");
  expect(nextOpen([entry("a", "accepted")], "a")).toBeUndefined();
});

test("an answered report stands in the month and unit that it is of, and takes the nil report back", () => {
  const cache = new QueryClient();
  const mine = (unit: string, month: string) =>
    ({ unit: { id: unit }, period: { month }, nil: { at: "", by: "" }, items: ALL }) as unknown as Mine;
  const keys = [
    ["period", "mine", {}],
    ["period", "mine", { month: "2026-10" }],
  ];
  cache.setQueryData(keys[0] ?? [], mine("dept-water", "2026-11"));
  cache.setQueryData(keys[1] ?? [], mine("dept-water", "2026-10"));
  putReport(cache, { item: "b", unit: "dept-water", month: "2026-11", state: "draft" } as Report);
  const [now, before] = keys.map((key) => cache.getQueryData<Mine>(key));
  expect(now?.items.map(({ report }) => report?.state ?? null)).toEqual([
    "submitted",
    "draft",
    "published",
    "returned",
  ]);
  expect(now?.nil).toBeNull();
  expect(before?.items[1]?.report).toBeNull();
  expect(before?.nil).not.toBeNull();
});
