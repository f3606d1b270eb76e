import type { FeatureCollection, Point } from "geojson";
import type { LonLat } from "../camera.ts";
import type { PortProperties } from "../read.ts";
import { DETAIL_ZOOMS } from "../tiles/layers.ts";

/** geo/data/ports.json, as far as it is drawn. */
export type Ports = FeatureCollection<Point, Pick<PortProperties, "name" | "mode" | "confidence">>;
export type MinorPort = { name: string; nameEn: string | undefined; at: LonLat; confidence: string };

/** The other ports show from here: at overview the three that have a name are enough. */
export const MINOR_PORTS_FROM: number = DETAIL_ZOOMS.min;

/** The port zones drawn large; the two cities report for themselves. Names as in geo/data/ports.json. */
export const MAJOR_PORTS: readonly { name: string; nameEn: string; city: string | null; league: string }[] = [
  { name: "满洲里", nameEn: "Manzhouli", city: "150781", league: "150700" },
  { name: "二连浩特", nameEn: "Erenhot", city: "152501", league: "152500" },
  { name: "策克口岸", nameEn: "Ceke port", city: null, league: "152900" },
];

export const MINOR_PORT_EN: Readonly<Record<string, string>> = {
  满洲里铁路口岸: "Manzhouli rail port",
  二卡口岸: "Erka port",
  黑山头口岸: "Heishantou port",
  室韦口岸: "Shiwei port",
  阿日哈沙特口岸: "Arihashate port",
  额布都格口岸: "Ebuduge port",
  阿尔山口岸: "Arxan port",
  珠恩嘎达布其口岸: "Zuun Khatavch port",
  二连浩特铁路口岸: "Erenhot rail port",
  二连浩特公路口岸: "Erenhot road port",
  满都拉口岸: "Mandula port",
  甘其毛都口岸: "Ganqimaodu port",
  乌力吉口岸: "Wuliji port",
  巴格毛都口岸: "Bagemaodu port",
};

/** Where the major ones lie. */
export function majorPorts({ features }: Ports): { name: string; at: LonLat }[] {
  return features
    .filter(({ properties: { name } }) => MAJOR_PORTS.some((one) => one.name === name))
    .map(({ properties: { name }, geometry: { coordinates } }) => {
      const [lon = 0, lat = 0] = coordinates;
      return { name, at: [lon, lat] };
    });
}

/** Border ports beside the major ones; airports are no ports of the border. */
export function minorPorts({ features }: Ports): MinorPort[] {
  return features
    .filter(
      ({ properties: { name, mode } }) => mode !== "air" && !MAJOR_PORTS.some((one) => one.name === name),
    )
    .map(({ properties: { name, confidence }, geometry: { coordinates } }) => {
      const [lon = 0, lat = 0] = coordinates;
      return { name, nameEn: MINOR_PORT_EN[name], at: [lon, lat], confidence };
    });
}
