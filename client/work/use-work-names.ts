import { useQuery } from "@tanstack/react-query";
import { type ItemType, isOfficeType, type Noun } from "#domain/item.ts";
import { nameIn } from "#domain/look/words.ts";
import type { Unit } from "#domain/unit.ts";
import { answerTo } from "../desk/call.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { assignable } from "../months/every-item.ts";

/** Units, items and regions that work names, and what they are called; the id itself where nobody knows it. */
export type WorkNames = {
  units: readonly Unit[];
  items: readonly { id: string; title: string; noun: Noun; type: ItemType }[];
  /** Those of the items that are policies: the office's own work is none. */
  policies: readonly { id: string; title: string }[];
  regions: readonly { code: string; name: string }[];
  unit: (id: string) => string;
  /** As it is called where there is little room. */
  short: (id: string) => string;
  item: (id: string) => string;
  region: (code: string) => string;
};

/** What every department begins with. */
const OFFICIAL = /^Department of /;

/** Undefined until all of it is here. */
export function useWorkNames(): { names: WorkNames | undefined; failed: boolean; again: () => void } {
  const { lang } = useDeskLook();
  const units = useQuery(answerTo("unit", "list", undefined));
  const items = useQuery(assignable);
  const regions = useQuery(answerTo("region", "list", undefined));
  const all = [units, items, regions];
  const again = () => {
    for (const one of all) if (one.isError) void one.refetch();
  };
  if (units.data === undefined || items.data === undefined || regions.data === undefined)
    return { names: undefined, failed: all.some(({ isError }) => isError), again };
  const unitNames = new Map(units.data.map((one) => [one.id, nameIn(lang, one)]));
  const shortNames = new Map(
    units.data.map((one) => [one.id, lang === "en" ? one.nameEn.replace(OFFICIAL, "") : one.short]),
  );
  const regionNames = new Map(regions.data.map((one) => [one.code, nameIn(lang, one)]));
  const titles = new Map(items.data.map(({ id, title }) => [id, title]));
  const names: WorkNames = {
    units: units.data,
    items: items.data,
    policies: items.data.filter(({ noun, type }) => noun === "policy" && !isOfficeType(type)),
    regions: regions.data.map((one) => ({ code: one.code, name: nameIn(lang, one) })),
    unit: (id) => unitNames.get(id) ?? id,
    short: (id) => shortNames.get(id) ?? id,
    item: (id) => titles.get(id) ?? id,
    region: (code) => regionNames.get(code) ?? code,
  };
  return { names, failed: false, again };
}
