import { expect, test } from "vitest";
import { circularOf } from "../../../client/brief/circular-figure.ts";
import { aBrief } from "../../server/brief/a-brief.ts";

const of = (search: string) => circularOf(aBrief({}, search), "2012-07");

test("a circular's figure has the circular's regions and no other filter: its counts are of all there is", () => {
  const { period, regions, brief } = of("?regions=150600,152200&types=project&stages=planned&q=天然气");
  expect([period, regions]).toEqual(["2012Q3", ["150600", "152200"]]);
  expect(brief.page).toBe("figure");
  expect(brief.view.filter).toEqual({ regions: ["150600", "152200"] });
});

test("of a region drilled into it counts that one, whatever regions are chosen besides", () => {
  const { regions, brief } = of("?region=150600&regions=152200&types=project");
  expect(regions).toEqual(["150600"]);
  expect([brief.view.region, brief.view.filter]).toEqual(["150600", {}]);
});

test("of another month it stands at the end of that month's quarter, as the circular does", () => {
  expect(of("?asof=2011-05")).toMatchObject({ period: "2011Q2", brief: { view: { asOf: "2011-06" } } });
  expect(of("").brief.view.asOf).toBeNull();
});
