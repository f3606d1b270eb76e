import { expect, test } from "vitest";
import { ITEM_TYPES } from "#domain/item.ts";
import type { ItemRow } from "#domain/query.ts";
import { SORTS, type Sort } from "#domain/sort.ts";
import { compareRows } from "../../../client/data/compare-rows.ts";
import { mergeRows } from "../../../client/data/merge-rows.ts";
import { seededApi } from "../../factories.ts";

const ids = (rows: readonly ItemRow[]) => rows.map((row) => row.id);

for (const by of SORTS) {
  for (const descending of [false, true]) {
    test(`rows sorted here by ${by}${descending ? ", descending," : ""} stand as the server sorts them`, async () => {
      const api = await seededApi();
      for (const list of [api.project.list, api.policy.list]) {
        const { items } = await list({ sort: { by, descending }, limit: 200 });
        expect(items.length).toBeGreaterThan(20);
        expect(ids(items.toSorted(compareRows({ by, descending })))).toEqual(ids(items));
      }
    });
  }
}

test("all 109 items of both nouns weave into one list, each once, in order", async () => {
  const api = await seededApi();
  const sort: Sort = { by: "title" };
  const query = { sort, filter: { types: [...ITEM_TYPES] }, limit: 200 };
  const [projects, policies] = await Promise.all([api.project.list(query), api.policy.list(query)]);
  const compare = compareRows(sort);
  const merged = mergeRows(
    { rows: projects.items, more: false },
    { rows: policies.items, more: false },
    compare,
  );
  expect(merged).toHaveLength(projects.total + policies.total);
  expect(new Set(ids(merged)).size).toBe(merged.length);
  expect(ids(merged.toSorted(compare))).toEqual(ids(merged));
});

test("a list that has more pages holds back what might come after them", async () => {
  const api = await seededApi();
  const sort = { by: "source" } as const;
  const first = await api.project.list({ sort, limit: 3 });
  const policies = await api.policy.list({ sort, limit: 200 });
  const merged = mergeRows(
    { rows: first.items, more: first.nextCursor !== null },
    { rows: policies.items, more: false },
    compareRows(sort),
  );
  const last = first.items.at(-1);
  expect(merged.at(-1)?.id).toBe(last?.id);
  expect(merged.length).toBeLessThan(3 + policies.items.length);
});
