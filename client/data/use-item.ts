import { queryOptions, useQuery } from "@tanstack/react-query";
import { askItem } from "./ask.ts";

const itemOptions = (id: string) =>
  queryOptions({ queryKey: ["item", "get", { id }], queryFn: ({ signal }) => askItem(id, signal) });

export const useItem = (id: string) => useQuery(itemOptions(id));
