import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { tokensCss } from "../../../client/look/tokens.ts";

test("the page's colours are those of the palette", () => {
  const file = readFileSync(new URL("../../../client/tokens.css", import.meta.url), "utf8");
  expect(file).toBe(tokensCss());
});
