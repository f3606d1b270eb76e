import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import { countryTopology, provinceTopology } from "../land.ts";
import { shape } from "../mapshaper.ts";
import { areasOf, compact } from "../topology-build.ts";
import { rounded, writeJson } from "../write.ts";

type Division = { code: string; name: string };

/** `provinces.topo.json`: the 34 provinces of China, simplified, seams shared. */
export async function makeProvinces(): Promise<void> {
  const simplified = await shape("-i provinces.json -simplify weighted 30% keep-shapes", {
    "provinces.json": await provinceTopology(),
  });
  const geometries = areasOf<Division>(simplified, "provinces")
    .map((area) => ({ ...area, id: area.properties.code, properties: { name: area.properties.name } }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const provinces: Topology = {
    type: "Topology",
    arcs: simplified.arcs,
    objects: { provinces: { type: "GeometryCollection", geometries } },
  };
  writeJson("provinces.topo.json", compact(provinces, 100_000));
}

/** `countries.json`: the neighbours, without China. */
export async function makeCountries(): Promise<void> {
  const topology = await countryTopology();
  const geometries = areasOf<Division>(topology, "countries");
  const features = feature(topology, { type: "GeometryCollection", geometries })
    .features.map(({ geometry, properties: { code, name } }) => ({
      type: "Feature" as const,
      id: Number(code),
      properties: { name },
      geometry: rounded(geometry, 3),
    }))
    .sort((a, b) => a.id - b.id);
  writeJson("countries.json", { type: "FeatureCollection", features });
}
