import { queryOptions, useQuery } from "@tanstack/react-query";
import type { ItemRegion } from "#domain/item.ts";
import type { View } from "#domain/view.ts";
import { askItem } from "./ask.ts";

/** An item as it stood in a month; null: as the latest has it. */
export const itemOptions = (id: string, asOf: string | null) => {
  const input = { id, ...(asOf === null ? {} : { asOf }) };
  return queryOptions({ queryKey: ["item", "get", input], queryFn: ({ signal }) => askItem(input, signal) });
};

export const useItem = (id: string, asOf: string | null) => useQuery(itemOptions(id, asOf));

const NONE: readonly ItemRegion[] = [];

/** Regions of the item picked, the same list for as long as it is the same answer. */
export function usePickedRegions({ item, asOf }: Pick<View, "item" | "asOf">): readonly ItemRegion[] {
  const { data } = useQuery({ ...itemOptions(item ?? "", asOf), enabled: item !== null });
  return item === null ? NONE : (data?.regions ?? NONE);
}
