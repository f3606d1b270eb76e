import { expect, test } from "vitest";
import { type Action, act, handedBack, nextMonth, showFrom, toured, zAction } from "#domain/wall/show.ts";

const SCENES = ["whole", "region-150700", "papers"];
const MONTHS = ["2012-07", "2012-08", "2012-09"];
const start = showFrom("whole");
const after = (...actions: Action[]) =>
  actions.reduce((show, action) => act(show, action, SCENES, MONTHS), start);

test("whatever a hand does holds the scene, until it hands back to the tour", () => {
  const actions: Action[] = [
    { do: "step", by: 1 },
    { do: "go", scene: "papers" },
    { do: "hold" },
    { do: "item", id: "S-1.4-14" },
    { do: "point", region: "150700" },
    { do: "layer", layer: "water", on: false },
    { do: "month", month: "2012-07" },
    { do: "replay" },
  ];
  for (const action of actions) expect(after(action).held, action.do).toBe(true);
  expect(after(...actions, { do: "tour" })).toEqual(showFrom("papers"));
});

test("a show whose hand has gone goes on from where it stands, or back to the scene that its address names", () => {
  const show = after({ do: "go", scene: "papers" }, { do: "month", month: "2012-07" });
  expect(handedBack(show, null)).toEqual(showFrom("papers"));
  expect(handedBack(show, "whole")).toEqual({ ...showFrom("whole"), held: true });
});

test("steps go round in both directions, and from a scene outside the round to its first", () => {
  expect(after({ do: "step", by: -1 }).scene).toBe("papers");
  expect(after({ do: "step", by: -1 }, { do: "step", by: 1 }).scene).toBe("whole");
  expect(after({ do: "go", scene: "corridor-rail" }, { do: "step", by: 1 }).scene).toBe("whole");
});

test("another scene shuts the card and lets go of the region pointed at; its layers stay", () => {
  const show = after(
    { do: "layer", layer: "water", on: false },
    { do: "item", id: "S-1.4-14" },
    { do: "point", region: "150700" },
    { do: "step", by: 1 },
  );
  expect(show).toMatchObject({ item: null, pointed: null, layers: { water: false } });
});

test("the tour's own step holds nothing", () => {
  expect(toured(start, SCENES)).toEqual(showFrom("region-150700"));
});

test("a replay goes through the months, oldest first, and ends at the latest", () => {
  let show = after({ do: "replay" });
  const seen = [show.month];
  while (show.replaying) {
    show = nextMonth(show, MONTHS);
    seen.push(show.month);
  }
  expect(seen).toEqual(["2012-07", "2012-08", null]);
  expect(act(start, { do: "replay" }, SCENES, ["2012-07"])).toEqual(start);
});

test.each([
  { do: "dance" },
  { do: "step", by: 2 },
  { do: "go", scene: "region-1" },
  { do: "item", id: "'; DROP TABLE item" },
  { do: "layer", layer: "nothing", on: true },
  { do: "month", month: "2012-00" },
  { do: "hold", also: 1 },
])("%j is no action", (action) => {
  expect(zAction.safeParse(action).success).toBe(false);
});
