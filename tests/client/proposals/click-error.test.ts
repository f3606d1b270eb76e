import { expect, test } from "vitest";
import { clickErrorKm } from "../../../client/proposals/point-map.tsx";

test("a click is as far off as the map is coarse, in km to one figure, and never less than a hundred metres", () => {
  expect([5, 8, 12].map((zoom) => clickErrorKm(zoom, 44))).toEqual([8, 0.9, 0.1]);
});
