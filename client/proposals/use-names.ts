import { useQuery } from "@tanstack/react-query";
import { type Language, nameIn } from "#domain/look/words.ts";
import type { ItemDetail, RegionEntry } from "#domain/query.ts";
import type { Known } from "#domain/report/proposal.ts";
import type { Unit } from "#domain/unit.ts";
import { answerTo } from "../desk/call.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";

/** What a proposal may refer to, and what it is called in the reader's language; the id itself where nobody knows it. */
export type Names = {
  regions: readonly RegionEntry[];
  units: readonly Unit[];
  /** The ledger's places, by id. */
  places: ReadonlyMap<string, string>;
  known: Known;
  region: (code: string) => string;
  unit: (id: string) => string;
  place: (id: string) => string;
};

/** Undefined until all of it is here; `failed` where it does not come. */
export function useNames(): { names: Names | undefined; failed: boolean; again: () => void } {
  const { lang } = useDeskLook();
  const regions = useQuery(answerTo("region", "list", undefined));
  const units = useQuery(answerTo("unit", "list", undefined));
  const features = useQuery(answerTo("map", "features", undefined));
  const all = [regions, units, features];
  const again = () => {
    for (const one of all) if (one.isError) void one.refetch();
  };
  if (!regions.data || !units.data || !features.data) {
    return { names: undefined, failed: all.some(({ isError }) => isError), again };
  }
  const regionNames = new Map(regions.data.map((one) => [one.code, nameIn(lang, one)]));
  const unitNames = new Map(units.data.map((one) => [one.id, nameIn(lang, one)]));
  const places = new Map(features.data.points.map((one) => [one.place, nameIn(lang, one)]));
  const names: Names = {
    regions: regions.data,
    units: units.data,
    places,
    known: { regions: new Set(regionNames.keys()), units: unitNames, places: new Set(places.keys()) },
    region: (code) => regionNames.get(code) ?? code,
    unit: (id) => unitNames.get(id) ?? id,
    place: (id) => places.get(id) ?? id,
  };
  return { names, failed: false, again };
}

/** With the places that an item has, of which the map may show none just now. */
export function withPlacesOf(names: Names, item: ItemDetail | null, lang: Language): Names {
  if (item === null) return names;
  const marks = new Map(item.geometry.marks.map((mark) => [mark.id, nameIn(lang, mark)]));
  const own = item.geometry.places.map((id) => [id, names.places.get(id) ?? marks.get(id) ?? id] as const);
  const places = new Map([...names.places, ...own]);
  return {
    ...names,
    places,
    known: { ...names.known, places: new Set(places.keys()) },
    place: (id) => places.get(id) ?? id,
  };
}
