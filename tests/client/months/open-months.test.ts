import { expect, test } from "vitest";
import type { MonthEntry } from "#domain/months/snapshot.ts";
import { openMonths } from "../../../client/months/open-months.ts";

const entry = (month: string, isFrozen = false): MonthEntry => ({
  month,
  publishedAt: "2026-12-06T00:00:00.000Z",
  snapshots: isFrozen
    ? [
        {
          id: "0".repeat(32),
          month,
          version: 1,
          hash: "0".repeat(64),
          revision: 1,
          reason: null,
          frozenAt: "2026-12-06T00:00:00.000Z",
          auditHead: null,
        },
      ]
    : [],
});

test("months after the last frozen one are open, the latest first, whatever order they come in", () => {
  expect(openMonths([entry("2026-09"), entry("2026-12"), entry("2026-10", true), entry("2026-11")])).toEqual([
    "2026-12",
    "2026-11",
  ]);
});

test("where the latest is frozen none is open, and where none is frozen all are", () => {
  expect(openMonths([entry("2026-11"), entry("2026-12", true)])).toEqual([]);
  expect(openMonths([entry("2026-11"), entry("2026-12")])).toEqual(["2026-12", "2026-11"]);
});
