import { PORTS } from "../input/ports.ts";
import { writeJson } from "../write.ts";

/** `ports.json`: border ports and airports as points. */
export function makePorts(): void {
  const features = PORTS.map(({ at, ...properties }) => ({
    type: "Feature",
    properties,
    geometry: { type: "Point", coordinates: at },
  }));
  writeJson("ports.json", { type: "FeatureCollection", features });
}
