import { queryOptions, useQuery } from "@tanstack/react-query";
import type { ItemDetail } from "#domain/query.ts";
import { client } from "./api.ts";

/**
 * An address names an item by its id alone, and the id does not tell project from policy: both are asked in
 * one batched request, and the one that has it answers.
 */
async function getItem(id: string): Promise<ItemDetail> {
  const [project, policy] = await Promise.allSettled([
    client.project.get.query({ id }),
    client.policy.get.query({ id }),
  ]);
  if (project.status === "fulfilled") return project.value;
  if (policy.status === "fulfilled") return policy.value;
  throw policy.reason;
}

export const itemOptions = (id: string) =>
  queryOptions({ queryKey: [["item"], { id }], queryFn: () => getItem(id) });

export const useItem = (id: string) => useQuery(itemOptions(id));
