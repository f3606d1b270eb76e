import { expect, test, vi } from "vitest";
import { queryClient } from "../../../client/data/ask.ts";
import { itemOptions } from "../../../client/data/use-item.ts";

test("an item is asked for as it stood in the month of the address, as list and map are", async () => {
  const asked: unknown[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(JSON.parse(new URL(path, "http://one.map").searchParams.get("input") ?? ""));
    return new Response(JSON.stringify([{ result: { data: {} } }, { error: {} }]));
  });
  await queryClient.fetchQuery(itemOptions("S-1.4-12", "2012-07"));
  await queryClient.fetchQuery(itemOptions("S-1.4-12", null));
  const then = { id: "S-1.4-12", asOf: "2012-07" };
  const latest = { id: "S-1.4-12" };
  expect(asked).toEqual([
    { 0: then, 1: then },
    { 0: latest, 1: latest },
  ]);
});
