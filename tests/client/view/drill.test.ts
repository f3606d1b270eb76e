import { expect, test } from "vitest";
import { DEFAULT_VIEW, formatView, parseView, type View, withKnownRegions } from "#domain/view.ts";
import { drillTo, pathTo, stepBack } from "../../../client/view/drill.ts";

const from = (view: View, change: Partial<View> | null): View => ({ ...view, ...change });

test("Esc closes the document, lets go of the item, then climbs county, league, whole, and stops", () => {
  const steps: string[] = [];
  let view = parseView("region=150423&level=county&item=S-1.4-14&doc=im-2012-07-24:1832-1866");
  for (let back = stepBack(view); back !== null; back = stepBack(view)) {
    view = from(view, back);
    steps.push(formatView(view));
  }
  expect(steps).toEqual([
    "region=150423&level=county&item=S-1.4-14",
    "region=150423&level=county",
    "region=150400&level=county",
    "",
  ]);
});

test("drilling into a league brings its counties into view and lets the map fit it", () => {
  const moved = { ...DEFAULT_VIEW, camera: { zoom: 5, lat: 44, lon: 112 }, item: "S-1.4-14" };
  expect(from(moved, drillTo("152500"))).toMatchObject({
    region: "152500",
    level: "county",
    item: null,
    camera: null,
  });
});

test("the breadcrumb of a county leads by its league to the whole", () => {
  expect(pathTo("150423")).toEqual(["150000", "150400", "150423"]);
  expect(pathTo("150400")).toEqual(["150000", "150400"]);
  expect(pathTo(null)).toEqual(["150000"]);
});

test("a region that no list has drops out of the address, and an emptied list still means none", () => {
  const known = new Set([{ code: "150400" }].map(({ code }) => code));
  const view = withKnownRegions(parseView("region=159999&regions=150400,158888"), known);
  expect(formatView(view)).toBe("regions=150400");
  expect(formatView(withKnownRegions(parseView("regions=158888"), known))).toBe("regions=");
});
