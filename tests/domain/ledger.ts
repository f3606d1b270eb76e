/** The seed's ledger and the regions it lies in: the real records, read once for all tests here. */
import { countedItems } from "#domain/count.ts";
import { readRegions } from "#geo/read.ts";
import { readSeeds } from "#seeds/read.ts";

export const seeds = readSeeds();
export const regions = readRegions();
export const counted = countedItems(seeds.items, { units: seeds.units, regions });

export function itemOf(id: string) {
  const item = seeds.items.find((one) => one.id === id);
  if (!item) throw new Error(`the seed has no ${id}`);
  return item;
}

export function countedOf(id: string) {
  const found = counted.find(({ item }) => item.id === id);
  if (!found) throw new Error(`${id} is not counted by itself`);
  return found;
}
