import { expect, test } from "vitest";
import { formatView, parseView, withKnownRegions } from "#domain/view.ts";
import { readRegions } from "#geo/read.ts";

const known = new Set(readRegions().map((region) => region.code));
const cleaned = (search: string) => formatView(withKnownRegions(parseView(search), known));

test("a code that names no region drops out of the address, and what is known stays", () => {
  expect(cleaned("region=159999&level=county&measure=projects")).toBe("level=county&measure=projects");
  expect(cleaned("region=999999")).toBe("");
  expect(cleaned("region=150424&level=county")).toBe("region=150424&level=county");
  expect(cleaned("regions=150100,159998,150424")).toBe("regions=150100,150424");
});

test("a choice of which no member is known stays a choice of none, for the reader to clear", () => {
  expect(cleaned("regions=159998")).toBe("regions=");
});
