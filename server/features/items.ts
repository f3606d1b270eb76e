import { InvalidInputError } from "#domain/error.ts";
import { featureOf, geometryOf } from "#domain/export/feature.ts";
import type { LedgerNames } from "#domain/export/record.ts";
import type { FeaturesQuery } from "#domain/features/features-query.ts";
import type { Noun } from "#domain/item.ts";
import type { Language, Words } from "#domain/look/words.ts";
import { bboxOf, unionBbox } from "#geo/question/bbox.ts";
import { readNames } from "../db/ledger-export.ts";
import { drawnCorridors, type Family, itemFamily, itemPage } from "../db/ledger-features.ts";
import { publishedMonth } from "../db/month.ts";
import type { Db } from "../db/schema.ts";
import { touches } from "./box.ts";
import type { Collection, OneFeature } from "./collection.ts";

type Said = { noun: Noun; id: string; title: Words; what: Words };

const WHEN: Words = {
  "zh-CN": "datetime 取其末日：给出截至该月的台账；不写则为最新一月。下级事项随上级，几何含下级。",
  en: "By datetime the ledger stands as of the month of its last day; without it, of the latest month. Parts go with what they count by, geometry included.",
};

/** The ledger's counted items of a noun; an item of an area alone has no geometry and says its regions. */
export function itemCollection(db: Db, { noun, id, title, what }: Said): Collection {
  const monthOf = ({ to }: FeaturesQuery["time"]) => publishedMonth(db, to?.slice(0, 7));
  return {
    id,
    title,
    description: { "zh-CN": `${what["zh-CN"]}${WHEN["zh-CN"]}`, en: `${what.en} ${WHEN.en}` },
    extent: async () => {
      const lines = await drawnCorridors(db);
      const boxes = lines.map(({ path }) =>
        bboxOf({ type: "LineString", coordinates: path.map((at) => [...at]) }),
      );
      const regions = (await readNames(db)).regions;
      return unionBbox([...boxes, ...[...regions.values()].map(({ bbox }) => bbox)]);
    },
    page: async ({ lang, time, boxes, limit, after }) => {
      const month = await monthOf(time);
      if (month === null) return { features: [], matched: 0, next: null };
      const lines = boxes === null ? [] : await drawnCorridors(db);
      const corridors = lines
        .filter(({ path }) =>
          boxes?.some((box) => touches({ type: "LineString", coordinates: path.map((at) => [...at]) }, box)),
        )
        .map(({ id: line }) => line);
      const [found, names] = await Promise.all([
        itemPage(db, {
          noun,
          month,
          limit,
          after: after === null ? null : ordinalOf(after),
          within: boxes === null ? null : { boxes, corridors },
        }),
        readNames(db),
      ]);
      return {
        features: found.families.map((family) => featureOfFamily(family, names, lang)),
        matched: found.matched,
        next: found.next === null ? null : String(found.next),
      };
    },
    one: async (item, lang) => {
      const month = await publishedMonth(db, undefined);
      const family = month === null ? null : await itemFamily(db, noun, month, item);
      return family === null ? null : featureOfFamily(family, await readNames(db), lang);
    },
  };
}

/** As a file of the ledger has it, with the geometry of its parts, as the map draws it. */
function featureOfFamily({ root, parts }: Family, names: LedgerNames, lang: Language): OneFeature {
  const { properties, id, type } = featureOf(root, names, lang);
  const all = [root, ...parts];
  const once = <T extends { id: string }>(drawn: readonly T[]) => [
    ...new Map(drawn.map((one) => [one.id, one])).values(),
  ];
  const geometry = geometryOf({
    places: once(all.flatMap(({ places }) => places)),
    corridors: once(all.flatMap(({ corridors }) => corridors)),
  });
  return {
    type,
    id,
    // RFC 7946 has features of no place; its types in TypeScript ask for them by another name.
    geometry: geometry as OneFeature["geometry"],
    properties: { ...properties, parts: parts.map(({ item }) => ({ id: item.id, title: item.title })) },
  };
}

function ordinalOf(after: string): number {
  if (/^\d{1,9}$/.test(after)) return Number(after);
  throw new InvalidInputError([{ path: ["after"], message: "is of no page of this collection" }]);
}
