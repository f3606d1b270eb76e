import type { LayerSpecification } from "maplibre-gl";

/**
 * The layers of before as the new style paints them: none comes and none goes, for each that comes has the worker lay
 * out all tiles of its source anew.
 */
export function layersInPlace(
  before: readonly LayerSpecification[],
  now: readonly LayerSpecification[],
): LayerSpecification[] {
  const painted = new Map(now.map((layer) => [layer.id, layer]));
  return before.map((layer) => painted.get(layer.id) ?? layer);
}
