import type { Region } from "#domain/region.ts";
import type { View } from "#domain/view.ts";

/** A well-formed code may still name no region: like all that an address cannot mean, it drops out. */
export function withKnownRegions(view: View, regions: readonly Pick<Region, "code">[]): View {
  const known = new Set(regions.map((region) => region.code));
  const asked = view.filter.regions;
  return {
    ...view,
    region: view.region !== null && known.has(view.region) ? view.region : null,
    filter:
      asked === undefined
        ? view.filter
        : { ...view.filter, regions: asked.filter((code) => known.has(code)) },
  };
}
