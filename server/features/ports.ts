import type { FeatureCollection, Point } from "geojson";
import { nameIn } from "#domain/look/words.ts";
import { MAJOR_PORTS, MINOR_PORT_EN } from "#geo/drawn/ports.ts";
import type { PortProperties } from "#geo/read.ts";
import type { Collection } from "./collection.ts";
import { stillCollection } from "./still.ts";

const KIND = {
  id: "ports",
  title: { "zh-CN": "口岸", en: "Ports of entry" },
  description: {
    "zh-CN": "边境口岸与机场口岸，人工标定，误差约 3 公里。",
    en: "Border ports and airports, placed by hand within about 3 km.",
  },
};

/** Airports have no name on the map. */
const AIRPORT_EN: Readonly<Record<string, string>> = {
  呼和浩特白塔机场: "Hohhot Baita airport",
  海拉尔机场: "Hailar airport",
  满洲里西郊机场: "Manzhouli Xijiao airport",
  鄂尔多斯伊金霍洛机场: "Ordos Ejin Horo airport",
};

export const portCollection = (ports: FeatureCollection<Point, PortProperties>): Collection =>
  stillCollection(KIND, async () =>
    ports.features.map(({ properties, geometry }, index) => ({
      stood: { from: null, until: null },
      feature: (lang) => {
        const { name } = properties;
        const major = MAJOR_PORTS.find((one) => one.name === name);
        const nameEn = major?.nameEn ?? MINOR_PORT_EN[name] ?? AIRPORT_EN[name];
        // They have no id of their own; their order in the committed file is theirs.
        const id = `port-${index + 1}`;
        return {
          type: "Feature",
          id,
          geometry,
          properties: {
            id,
            name: nameIn(lang, { name, nameEn }),
            mode: properties.mode,
            country: properties.country === "" ? null : properties.country,
            opposite: properties.opposite === "" ? null : properties.opposite,
            confidence: properties.confidence,
            region: major?.city ?? null,
          },
        };
      },
    })),
  );
