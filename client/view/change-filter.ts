import type { Filter } from "#domain/filter.ts";

export type ListKey = Exclude<keyof Filter, "text">;

/** The filter with one list replaced; an emptied choice sets no limit, so its key goes. */
export function withList<K extends ListKey>(filter: Filter, key: K, values: Filter[K]): Filter {
  const { [key]: _, ...rest } = filter;
  return values === undefined || values.length === 0 ? rest : { ...rest, [key]: values };
}

export function withText(filter: Filter, text: string): Filter {
  const { text: _, ...rest } = filter;
  const wanted = text.trim();
  return wanted === "" ? rest : { ...rest, text: wanted };
}

/** Adds the member where it is missing and takes it out where it is there. */
export function toggled<T>(values: readonly T[] | undefined, member: T): T[] {
  const now = values ?? [];
  return now.includes(member) ? now.filter((one) => one !== member) : [...now, member];
}

export const without = (filter: Filter, key: keyof Filter): Filter => {
  const { [key]: _, ...rest } = filter;
  return rest;
};

export const isFiltered = (filter: Filter): boolean =>
  Object.values(filter).some((value) => value !== undefined);
