import { expect, test } from "vitest";
import { choice, counted } from "../../../client/workbench/side/choice.ts";

const itself = (value: string) => value;

test("a choice has no number while nothing is counted, and 0 where nothing would be left", () => {
  expect(choice("road", "公路", undefined).label).toBe("公路");
  expect(choice("road", "公路", {}).label).toBe("公路  0");
  expect(choice("road", "公路", { road: 3 }).label).toBe("公路  3");
});

test("a choice is found by its name, other words and its value, in small letters", () => {
  expect(choice("ndrc", "Reform", undefined, "NDRC").search).toBe("reform ndrc ndrc");
});

test("what would leave nothing is not offered unless it is chosen", () => {
  expect(counted(["a", "b", "c"], itself, { a: 1, b: 0 }, ["b"])).toEqual(["a", "b"]);
  expect(counted(["a", "b"], itself, undefined, undefined)).toEqual(["a", "b"]);
});
