import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { effectiveFilter, LAYERS, type LayerName, type View } from "#domain/view.ts";
import type { LatestReport } from "#domain/wall/news.ts";
import { type Scene, viewOf, WHOLE } from "#domain/wall/scene.ts";
import type { Show } from "#domain/wall/show.ts";
import { answerTo, queryClient } from "../data/ask.ts";
import { page } from "../data/page.ts";
import { featuresInput, useFeatures } from "../data/use-features.ts";
import { itemOptions } from "../data/use-item.ts";
import { prefetchItems, useItems } from "../data/use-items.ts";
import { progressInput, useProgress } from "../data/use-progress.ts";
import { summaryInput, useSummary } from "../data/use-summary.ts";
import type { SceneItem } from "./item-rows.tsx";

const LAYER_NAMES = Object.keys(LAYERS) as LayerName[];

/** The view that stands on the map: the scene's, with what a hand has changed of it. */
export function viewOn(scene: Scene, { layers, month, item }: Pick<Show, "layers" | "month" | "item">): View {
  const view = viewOf(scene);
  const on = (name: LayerName) => layers[name] ?? view.layers.includes(name);
  return { ...view, item, asOf: month, theme: page.theme, lang: page.lang, layers: LAYER_NAMES.filter(on) };
}

/** What the ledger says to the whole, whichever scene stands: which scenes there are, and what the panels say. */
export function useWhole(month: string | null) {
  const view = useMemo(() => viewOn(WHOLE, { layers: {}, month, item: null }), [month]);
  const { reporting, county } = useProgress(view);
  const summary = useSummary(view);
  const features = useFeatures(view);
  const news = useQuery(answerTo("wall", "news", month === null ? {} : { asOf: month }));
  return { reporting, county, summary, features, news };
}
export type Whole = ReturnType<typeof useWhole>;

/** The items that a scene is about, in the order of the source; none while they are on their way. */
export function useSceneItems(
  scene: Scene,
  view: View,
): { rows: readonly SceneItem[]; total: number; here: boolean } {
  const list = useItems(view);
  const features = useFeatures(view);
  const corridor = scene.kind === "corridor" ? scene.corridor : null;
  const ids = useMemo(
    () =>
      (features.data?.corridors ?? [])
        .filter(({ kind, group }) => kind === corridor && group === "seed")
        .flatMap(({ items }) => items),
    [features.data, corridor],
  );
  const along = useQueries({ queries: ids.map((id) => itemOptions(id, view.asOf)) });
  if (corridor === null)
    return { rows: list.isStale ? [] : list.rows, total: list.total, here: !list.isStale && !list.isPending };
  const rows = along.flatMap(({ data }) => (data ? [{ ...data, light: data.light?.state ?? null }] : []));
  return { rows, total: ids.length, here: rows.length === ids.length };
}

/** A scene of a region tells the reports of that region, all others those of the whole. */
const reportsOn = (scene: Scene, month: string | null) =>
  answerTo("wall", "reports", {
    ...(month === null ? {} : { asOf: month }),
    ...("code" in scene ? { region: scene.code } : {}),
  });

/** The newest published reports of the month; none while they are on their way, or where no light says there are any. */
export function useReports(scene: Scene, month: string | null, lit: boolean): readonly LatestReport[] {
  const { data } = useQuery({ ...reportsOn(scene, month), enabled: lit });
  return data ?? NO_REPORTS;
}
const NO_REPORTS: readonly LatestReport[] = [];

/** Sends for what a scene will say and draw, while the one before it stands. `lit`: there are reports to tell. */
export function prefetchScene(scene: Scene, month: string | null, lit: boolean): void {
  const view = viewOn(scene, { layers: {}, month, item: null });
  void prefetchItems(view);
  const own = summaryInput(effectiveFilter(view), view.asOf);
  void queryClient.prefetchQuery(answerTo("progress", "summary", own));
  void queryClient.prefetchQuery(answerTo("map", "features", featuresInput(view)));
  for (const level of ["reporting", "county"] as const) {
    void queryClient.prefetchQuery(answerTo("progress", "byRegion", progressInput(view, level)));
  }
  if (lit) void queryClient.prefetchQuery(reportsOn(scene, month));
}
