import { afterAll, beforeAll, expect, test } from "vitest";
import { type Served, serve } from "../serve.ts";
import { hasGdal, ONLY_WITH_GDAL, ogrinfo } from "./gdal.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.stop());

const COUNTS = { projects: 21, policies: 45, regions: 116, corridors: 13, ports: 21 };

test.skipIf(!hasGdal)(
  `GDAL opens every collection and reads all of its features${ONLY_WITH_GDAL}`,
  async () => {
    const source = `OAPIF:${served.url}/ogc`;
    expect(await ogrinfo("-so", source)).toMatch(
      /1: projects .*\n2: policies .*\n3: regions .*\n4: corridors .*\n5: ports /,
    );
    for (const [id, count] of Object.entries(COUNTS)) {
      // By pages of seven: it follows the links itself.
      const read = await ogrinfo("-al", "-oo", "PAGE_SIZE=7", source, id);
      expect(read).toContain('GEOGCRS["WGS 84"');
      expect(read.match(/^OGRFeature/gm)?.length, id).toBe(count);
      expect(read).not.toMatch(/ERROR|Warning/);
    }
  },
);

test.skipIf(!hasGdal)(`GDAL asks by a box and finds what lies in it${ONLY_WITH_GDAL}`, async () => {
  const read = await ogrinfo(
    "-al",
    "-spat",
    "121.9",
    "46.98",
    "122",
    "47.08",
    `OAPIF:${served.url}/ogc`,
    "projects",
  );
  expect(read.match(/ title \(String\) = .*/g)).toEqual([
    " title (String) = 文得根水库",
    " title (String) = “引绰济辽”工程",
  ]);
});
