import { expect, test } from "vitest";
import { isAnswer, keepingOf, surplus } from "../../../client/sw/keep.ts";

const ORIGIN = "https://map.test";
const asked = { method: "GET", mode: "cors", accept: "*/*" };

test.each([
  ["/wall?tour=whole", { mode: "navigate" }, "page"],
  ["/wall/remote", { mode: "navigate" }, null],
  ["/", { mode: "navigate" }, null],
  ["/assets/wall-B1.js", {}, "asset"],
  ["/geo/ground-dark.1.webp", {}, "asset"],
  ["/trpc/wall.news?input=%7B%7D", {}, "answer"],
  ["/trpc/remote.act", { method: "POST" }, null],
  ["/trpc/revision.watch", { accept: "text/event-stream" }, null],
  ["/healthz", {}, null],
])("%s %j is kept as %s", (path, how, keeping) => {
  expect(keepingOf({ ...asked, ...how, url: ORIGIN + path }, ORIGIN)).toBe(keeping);
});

test("nothing of another site is kept", () => {
  expect(keepingOf({ ...asked, url: "https://other.test/assets/a.js" }, ORIGIN)).toBeNull();
});

test("a server that is starting or at fault has not answered, one that refuses has", () => {
  expect([200, 304, 404, 500, 503].map((status) => isAnswer({ status }))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test("the oldest go first where more is kept than there is room for", () => {
  expect(surplus([1, 2, 3], 2)).toEqual([1]);
  expect(surplus([1, 2], 2)).toEqual([]);
});
