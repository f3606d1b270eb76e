import { expect, test } from "vitest";
import { namesAsked } from "../../../client/brief/dropped-names.ts";
import { style } from "../../../client/layers/style.ts";
import { ASSETS, aMapData, aRow, aView } from "../layers/seed-scene.ts";

const data = aMapData({
  progress: { reporting: [], county: [aRow("150621", 2), aRow("150402", 1), aRow("150622", null)] },
});
const asked = (zoom: number, region: string | null) =>
  namesAsked(style(aView({ level: "county" }), "light", "zh-CN", ASSETS, data), zoom, { region }).map(
    ({ name }) => name,
  );

test("where the map names counties, those that have items are asked for, of a region its own", () => {
  expect(asked(6, null)).toEqual(expect.arrayContaining(["达拉特旗", "红山区", "鄂尔多斯市"]));
  expect(asked(6, null)).not.toContain("准格尔旗");
  expect(asked(6, "150600")).toContain("达拉特旗");
  expect(asked(6, "150600")).not.toContain("红山区");
  expect(asked(6, "150600")).toContain("鄂尔多斯市");
  expect(asked(6, "150600")).not.toContain("阿拉善盟");
});

test("further out no county is asked for, and every league is", () => {
  expect(asked(4.5, null)).not.toContain("达拉特旗");
  expect(asked(4.5, null)).toContain("鄂尔多斯市");
});
