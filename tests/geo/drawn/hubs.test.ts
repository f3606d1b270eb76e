import { expect, test } from "vitest";
import { hubFrom } from "#geo/drawn/hubs.ts";
import { readRegions } from "#geo/read.ts";

test("a hub on a league's name waits until there is room beside it; another is there at overview", () => {
  const regions = readRegions();
  const [molimiao, nierji] = [hubFrom([121.8, 43.53], regions), hubFrom([124.52, 48.49], regions)];
  expect([molimiao, nierji]).toEqual([5, 0]);
});
