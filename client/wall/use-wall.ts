import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { RegionProgress } from "#domain/query.ts";
import type { View } from "#domain/view.ts";
import type { Change } from "#domain/wall/news.ts";
import { type Scene, sceneAt, sceneOf, UNSTATED, WHOLE } from "#domain/wall/scene.ts";
import type { Stop } from "#domain/wall/tour.ts";
import { page } from "../data/page.ts";
import { useProgress } from "../data/use-progress.ts";
import { useMainSourceId, useSource } from "../data/use-source.ts";
import { useSummary } from "../data/use-summary.ts";
import type { Hovered } from "../map/map-props.ts";
import { address, firstTour, writeAddress } from "./address.ts";
import { lastDayOf } from "./days.ts";
import { firstScene } from "./first-scene.ts";
import { keepAwake } from "./keep-awake.ts";
import { keepPage } from "./keep-page.ts";
import { useReports, useSceneItems, useWhole, viewOn } from "./use-scene.ts";
import { useShow } from "./use-show.ts";
import { secondsOf, useEveryScene, useStops } from "./use-stops.ts";
import { useTakeover } from "./use-takeover.ts";
import { useTurn } from "./use-turn.ts";

export const pace = address.pace ?? 1;

/** What stands on the wall: the tour and what a hand has made of it, and what the ledger says to its scene. */
export function useWall() {
  const [tour, setTour] = useState(firstTour);
  const [busy, setBusy] = useState(true);
  const [ready, setReady] = useState(false);
  const takeover = useTakeover(ready);
  // Which scenes there are follows the latest month, whichever is shown: a replay does not reshuffle them.
  const latest = useWhole(address.asOf);
  const stops = useStops(tour, latest);
  const months = latest.news.data?.months ?? NO_MONTHS;
  const first = useMemo(() => firstScene(tour), [tour]);
  const { show, act, hold } = useShow({ stops, months, first, pace, busy, between: takeover.between });
  const scene = useMemo(() => sceneOf(show.scene) ?? WHOLE, [show.scene]);
  const month = show.month ?? address.asOf;
  const view = useMemo(
    () => viewOn(scene, { layers: show.layers, month, item: show.item }),
    [scene, show.layers, month, show.item],
  );
  const whole = useWhole(month);
  const own = useSummary(view);
  const items = useSceneItems(scene, view);
  const stuckView = useMemo(() => viewOn(UNSTATED, { layers: {}, month, item: null }), [month]);
  const stuck = useSceneItems(UNSTATED, stuckView);
  const changes = whole.news.data?.changes ?? NO_CHANGES;
  const changeNow = useTurn(changes.length, pace);
  // Of the latest month while another's is on its way: the panels keep their places.
  const lit = Object.keys((whole.news.data ?? latest.news.data)?.lights ?? {}).length > 0;
  const reports = useReports(scene, month, lit);
  const reportNow = useTurn(reports.length, pace);
  const dueNow = useTurn(whole.news.data?.deadlines.length ?? 0, pace);
  const { pointed: region, item } = show;
  // A card is of one item, and so is the map then.
  const marked = item === null ? changes : NO_CHANGES;
  const pointed = useMemo((): Hovered => {
    if (region !== null) return { kind: "region", code: region };
    const change = marked[changeNow ?? -1];
    return change ? { kind: "item", id: change.id, regions: change.regions } : null;
  }, [region, marked, changeNow]);
  useEveryScene(stops, { month, lit, ready });
  useEffect(() => {
    if (!ready) return;
    void keepPage();
    void import("../fonts/whole.css");
    return keepAwake();
  }, [ready]);
  return {
    tour,
    /** Null: the screen's own, or every scene. */
    changeTour: (next: Stop[] | null) => {
      writeAddress(next);
      setTour(next ?? firstTour());
    },
    stops,
    months,
    show,
    act,
    hold,
    scene,
    month,
    view,
    whole,
    /** Of the scene's own region or filter; undefined while it is on its way. */
    own: own.isPlaceholderData ? undefined : own.data,
    ranking: useRanking(scene, view),
    items,
    stuck,
    /** Of the changes since last month, the one that is told now. */
    changeNow,
    /** There are reports: the panels make room for them. */
    lit,
    reports,
    /** Of them, the one that is told now. */
    reportNow,
    dueNow,
    /** On the map, the region that a hand points at, or the change that is told now; and all that changed. */
    pointed,
    marked,
    /** The scene's own time, ms. */
    time: (secondsOf(stops, show.scene) * 1000) / pace,
    takeover,
    setBusy,
    onReady: useCallback(() => setReady(true), []),
    pickItem: useCallback((id: string) => act({ do: "item", id }), [act]),
    pickRegion: useCallback((code: string) => act({ do: "go", scene: sceneAt(code).id }), [act]),
    ...useDay(whole.summary.data?.asOf ?? page.asOf),
  };
}
export type Standing = ReturnType<typeof useWall>;

const NO_CHANGES: readonly Change[] = [];
const NO_MONTHS: readonly string[] = [];
const NONE: readonly RegionProgress[] = [];

/**
 * The map's own values, for its colours and the bars are one scale. Another month's may stand until this one's are
 * here; those of another question never.
 */
function useRanking(scene: Scene, view: View): readonly RegionProgress[] {
  const { reporting } = useProgress(view);
  const question = scene.kind === "papers" || scene.kind === "unstated" ? scene.kind : "items";
  const answered = useRef(question);
  if (!reporting.isPlaceholderData) answered.current = question;
  return answered.current === question ? (reporting.data ?? NONE) : NONE;
}

/** The source is dated to the day; later months are known to their last. */
function useDay(asOf: string) {
  const documentId = useMainSourceId();
  const source = useSource(documentId ?? "", documentId !== null).data;
  const day = source?.publishedOn.startsWith(asOf) ? source.publishedOn : lastDayOf(asOf);
  return { asOf, day, source };
}
