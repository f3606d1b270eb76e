import type { MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import { nameIn, type Words } from "#domain/look/words.ts";
import { leagueOf, type Region } from "#domain/region.ts";
import { CHANGES_SINCE_2012, existedIn2012 } from "#geo/counties-2012.ts";
import { readCounties2012 } from "#geo/read.ts";
import type { AdminTopology } from "#geo/topology.ts";
import type { Collection } from "./collection.ts";
import { type StillFeature, stillCollection } from "./still.ts";

type Ground = ReadonlyMap<string, Polygon | MultiPolygon>;

/** The day before the first of the changes since July 2012: until then counties had the ground of that month. */
const FIRST_CHANGE = Object.values(CHANGES_SINCE_2012)
  .map(({ date }) => date)
  .sort()[0];

/**
 * The autonomous region, its leagues and cities, its counties, with the ground of the map's middle level of detail:
 * for a time before the first change of it since 2012, that of 2012.
 */
export function regionCollection(
  regions: () => Promise<readonly Region[]>,
  boundary: { topology: AdminTopology; reviewNumber: string | null },
  notice: Words,
): Collection {
  const today = groundOf(boundary.topology);
  let of2012: Ground | undefined;
  return stillCollection(
    {
      id: "regions",
      title: { "zh-CN": "行政区划", en: "Administrative regions" },
      description: {
        "zh-CN": `自治区、12 个盟市与全部旗县，GB/T 2260 代码。${notice["zh-CN"]}`,
        en: `The autonomous region, its 12 leagues and cities and all banners and counties by their GB/T 2260 codes. ${notice.en}`,
      },
    },
    async (time) => {
      const isBefore = time.to !== null && FIRST_CHANGE !== undefined && time.to < FIRST_CHANGE;
      if (isBefore) of2012 ??= new Map([...today, ...groundOf(readCounties2012())]);
      const ground = (isBefore ? of2012 : undefined) ?? today;
      const known = (await regions()).filter(({ code }) => !isBefore || existedIn2012(code));
      return known.flatMap((region): StillFeature[] => {
        const geometry = ground.get(region.code);
        if (geometry === undefined) return [];
        return [
          {
            stood: { from: region.validFrom, until: region.validTo },
            feature: (lang) => ({
              type: "Feature",
              id: region.code,
              geometry,
              properties: {
                code: region.code,
                name: nameIn(lang, region),
                level: region.level,
                parent: region.parent,
                league: leagueOf(region.code),
                validFrom: region.validFrom,
                validTo: region.validTo,
                reviewNumber: boundary.reviewNumber,
              },
            }),
          },
        ];
      });
    },
  );
}

type Areas = Pick<AdminTopology["objects"], "counties"> &
  Partial<Pick<AdminTopology["objects"], "leagues" | "province">>;

function groundOf(topology: Omit<AdminTopology, "objects"> & { objects: Areas }): Ground {
  const { counties, leagues, province } = topology.objects;
  return new Map(
    [counties, leagues, province].flatMap((areas) =>
      areas === undefined
        ? []
        : feature(topology, areas).features.flatMap(({ id, geometry }): [string, Polygon | MultiPolygon][] =>
            geometry?.type === "Polygon" || geometry?.type === "MultiPolygon" ? [[String(id), geometry]] : [],
          ),
    ),
  );
}
