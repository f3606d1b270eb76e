import { expect, test } from "vitest";
import { type AtlasNote, withPage } from "../../../client/brief/atlas-notes.ts";
import { pageList } from "../../../client/brief/page-list.ts";

test("a kind of problem is told once, with every page that has it", () => {
  let notes: AtlasNote[] = [];
  notes = withPage(notes, 1, [{ kind: "blockLeftOut", block: "sources" }, { kind: "noReviewNumber" }]);
  notes = withPage(notes, 2, [{ kind: "labelsDropped", names: ["乌海市"] }]);
  notes = withPage(notes, 3, [
    { kind: "blockLeftOut", block: "sources" },
    { kind: "labelsDropped", names: ["赤峰市", "乌海市"] },
    { kind: "blockLeftOut", block: "items" },
  ]);
  expect(notes.map(({ pages, problem }) => [pages, problem])).toEqual([
    [[1, 3], { kind: "blockLeftOut", block: "sources" }],
    [[2, 3], { kind: "labelsDropped", names: ["乌海市", "赤峰市"] }],
    [[3], { kind: "blockLeftOut", block: "items" }],
  ]);
});

test("sources that are cut are told, though a page by itself may go without them; a page sent twice counts once", () => {
  const cut = { kind: "sourcesCut", shown: 1, total: 7 } as const;
  expect(withPage(withPage([], 4, [cut]), 4, [cut])).toEqual([
    { key: "sourcesCut", pages: [4], problem: cut },
  ]);
});

test("pages in a row are said by their first and last", () => {
  expect(pageList([1, 2, 3, 7, 9, 10], "zh-CN")).toBe("1–3、7、9–10");
  expect(pageList([5], "en")).toBe("5");
});
