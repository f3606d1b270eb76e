import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
} from "@tanstack/react-query";
import { useMemo } from "react";
import { listedTypes } from "#domain/count.ts";
import { type Noun, nounOf } from "#domain/item.ts";
import { MEASURE_NOUN } from "#domain/measure.ts";
import type { ItemPage, ItemQuery, ItemRow } from "#domain/query.ts";
import { effectiveFilter, type View } from "#domain/view.ts";
import { ask, queryClient } from "./ask.ts";
import { compareRows } from "./compare-rows.ts";
import { mergeRows } from "./merge-rows.ts";

const PAGE = 100;

const rowsOf = (data: InfiniteData<ItemPage, unknown> | undefined): ItemRow[] =>
  data?.pages.flatMap((page) => page.items) ?? [];

/** Pages go by cursor alone. */
const pagesOf = (noun: Noun, input: ItemQuery) =>
  infiniteQueryOptions({
    queryKey: [noun, "list", input, "pages"],
    queryFn: ({ pageParam, signal }) =>
      ask(noun, "list", pageParam === null ? input : { ...input, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

/** The nouns that the view's measure counts, and its list holds. */
function listedNouns({ measure }: View): Noun[] {
  const noun = MEASURE_NOUN[measure];
  return noun === "item" ? ["project", "policy"] : [noun];
}

function listOf(noun: Noun, view: View) {
  const types = listedTypes(view.measure, view.filter.types);
  return pagesOf(noun, {
    filter: { ...effectiveFilter(view), types: types.filter((type) => nounOf(type) === noun) },
    sort: view.sort,
    limit: PAGE,
    ...(view.asOf === null ? {} : { asOf: view.asOf }),
  });
}

/** Sends for the view's list before anything is there to show it. */
export async function prefetchItems(view: View): Promise<void> {
  await Promise.all(listedNouns(view).map((noun) => queryClient.prefetchInfiniteQuery(listOf(noun, view))));
}

/**
 * The list beside the map: the items that the measure counts, of both nouns where it counts both, in one
 * order. The server pages each noun by itself.
 */
export function useItems(view: View) {
  const wants = (one: Noun) => listedNouns(view).includes(one);
  const project = useInfiniteQuery({ ...listOf("project", view), enabled: wants("project") });
  const policy = useInfiniteQuery({ ...listOf("policy", view), enabled: wants("policy") });
  const lists = [
    { query: project, wanted: wants("project") },
    { query: policy, wanted: wants("policy") },
  ].filter((one) => one.wanted);

  const projectData = wants("project") ? project.data : undefined;
  const policyData = wants("policy") ? policy.data : undefined;
  const { sort } = view;
  const rows = useMemo(
    () =>
      mergeRows(
        { rows: rowsOf(projectData), more: projectData?.pages.at(-1)?.nextCursor != null },
        { rows: rowsOf(policyData), more: policyData?.pages.at(-1)?.nextCursor != null },
        compareRows(sort),
      ),
    [projectData, policyData, sort],
  );
  return {
    rows,
    total: lists.reduce((sum, { query }) => sum + (query.data?.pages[0]?.total ?? 0), 0),
    isPending: lists.some(({ query }) => query.isPending),
    isError: lists.some(({ query }) => query.isError && !query.data),
    /** Rows are still those of the last question. */
    isStale: lists.some(({ query }) => query.isPlaceholderData),
    hasMore: lists.some(({ query }) => query.hasNextPage),
    isLoadingMore: lists.some(({ query }) => query.isFetchingNextPage),
    loadMore: () => {
      for (const { query } of lists)
        if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
    retry: () => {
      for (const { query } of lists) if (query.isError) void query.refetch();
    },
  };
}
export type Items = ReturnType<typeof useItems>;
