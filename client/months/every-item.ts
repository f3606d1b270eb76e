import { queryOptions } from "@tanstack/react-query";
import type { ItemType } from "#domain/item.ts";
import { ask } from "../desk/call.ts";

type Noun = "project" | "policy";
type EveryItem = { id: string; title: string; noun: Noun; type: ItemType };

/** Every item of a noun, page by page. */
async function everyItem(noun: Noun, signal: AbortSignal): Promise<EveryItem[]> {
  const items: EveryItem[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(noun, cursor, signal);
    items.push(...page.items.map(({ id, title, type }) => ({ id, title, noun, type })));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
const pageOf = (noun: Noun, cursor: string | null, signal: AbortSignal) =>
  ask(noun, "list", { limit: 200, ...(cursor === null ? {} : { cursor }) }, signal);

/** Id, title and noun of whatever a unit may file for. */
export const assignable = queryOptions({
  queryKey: ["assignable"],
  queryFn: async ({ signal }) => [
    ...(await everyItem("project", signal)),
    ...(await everyItem("policy", signal)),
  ],
});
