import { nameIn } from "#domain/look/words.ts";
import type { Corridor } from "#domain/place.ts";
import type { Collection } from "./collection.ts";
import { stillCollection } from "./still.ts";

const KIND = {
  id: "corridors",
  title: { "zh-CN": "廊道", en: "Corridors" },
  description: {
    "zh-CN":
      "特高压、天然气管道、引调水、公路、铁路。示意线路不是测绘成果，误差见 errorKm；group 为 later 的是以后年份的线路。",
    en: "UHV lines, gas pipelines, water diversions, roads, railways. A schematic line is no survey: errorKm says how far off it may be. Those of the group `later` are of later years.",
  },
};

/** Those that are certain enough to be drawn (truth rule 5). */
export const corridorCollection = (drawn: () => Promise<readonly Corridor[]>): Collection =>
  stillCollection(KIND, async () =>
    (await drawn()).map((corridor) => ({
      stood: { from: corridor.inUseFrom, until: null },
      feature: (lang) => ({
        type: "Feature",
        id: corridor.id,
        geometry: { type: "LineString", coordinates: corridor.path.map((at) => [...at]) },
        properties: {
          id: corridor.id,
          name: nameIn(lang, corridor),
          kind: corridor.kind,
          group: corridor.group,
          schematic: corridor.schematic,
          errorKm: corridor.errorKm,
          confidence: corridor.confidence,
          documentedKm: corridor.documentedKm,
          inUseFrom: corridor.inUseFrom,
          items: corridor.items,
        },
      }),
    })),
  );
