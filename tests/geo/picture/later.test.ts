import { expect, test } from "vitest";
import { overviewDocument } from "#geo/picture/document.ts";
import { aPictureInput, features } from "./picture-input.ts";

test("later history is dated, dashed and listed apart from the source's lines (truth rule 6)", () => {
  const [own] = features.corridors;
  if (!own) throw new Error("the fixture has no corridor");
  const later = { ...own, id: "c-later", group: "later" as const, stage: null, year: 2016 };
  const drawn = (corridors: (typeof features)["corridors"]) =>
    overviewDocument(
      aPictureInput("layers=later", { features: { ...features, points: [], corridors } }),
      { width: 1264, height: 990 },
      { asOf: "2012-07", reviewNumber: null, source: "" },
    );
  const dashes = (markup: string) => new Set(markup.match(/stroke-dasharray:[^;"]+/g));
  expect(dashes(drawn([own, later])).size).toBe(dashes(drawn([own])).size + 1);
  expect(drawn([own, later])).toContain("特高压 · 后续");
  expect(drawn([own, later])).toContain("后续 · 2016 年投运");
  expect(drawn([own])).not.toContain("后续");
});
