import { expect, test } from "vitest";
import { blocksFor, defaultBlocks } from "#domain/brief/default-blocks.ts";

test("another page brings its own blocks", () => {
  const a3 = { page: "a3", blocks: defaultBlocks("a3", null) } as const;
  expect(blocksFor("slide", a3, null)).toEqual(defaultBlocks("slide", null));
  expect(blocksFor("figure", a3, null)).toEqual(["legend"]);
  const figure = { page: "figure", blocks: defaultBlocks("figure", "150600") } as const;
  expect(blocksFor("a4", figure, "150600")).toContain("items");
});

test("blocks chosen by hand stay, whatever the page", () => {
  expect(blocksFor("figure", { page: "a3", blocks: ["ranking", "items"] }, null)).toEqual([
    "ranking",
    "items",
  ]);
});
