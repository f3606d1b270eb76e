import { FILTERS, type Search } from "#domain/work/search.ts";

/** The filters of a page, as an address of a file has them. @param more beside those that every page has */
export function askedFor(search: Search, more: Readonly<Record<string, string | undefined>> = {}): string {
  const all: Readonly<Record<string, string | undefined>> = { ...search, ...more };
  const set = [...FILTERS, ...Object.keys(more)].flatMap((key) => {
    const value = all[key];
    return value === undefined ? [] : [[key, value]];
  });
  return set.length === 0 ? "" : `?${new URLSearchParams(set)}`;
}
