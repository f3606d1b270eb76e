import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { MEASURE_WORDS } from "#domain/look/words.ts";
import type { RegionProgress } from "#domain/query.ts";
import { roomOf, sceneAt, sceneOf, UNSTATED, WHOLE } from "#domain/wall/scene.ts";
import { page } from "../data/page.ts";
import { useProgress } from "../data/use-progress.ts";
import { useMainSourceId, useSource } from "../data/use-source.ts";
import { useSummary } from "../data/use-summary.ts";
import { OfflineWord } from "../offline/offline-word.tsx";
import { address, firstTour, writeAddress } from "./address.ts";
import { BrandMark } from "./brand-mark.tsx";
import { ChangeList } from "./change-list.tsx";
import { Controls } from "./controls.tsx";
import { lastDayOf } from "./days.ts";
import { DueList } from "./due-list.tsx";
import { firstScene } from "./first-scene.ts";
import { ItemCard } from "./item-card.tsx";
import { keepAwake } from "./keep-awake.ts";
import { keepPage } from "./keep-page.ts";
import { Months } from "./months.tsx";
import { Pairing } from "./pairing.tsx";
import { Ranking } from "./ranking.tsx";
import { sceneTitle } from "./scene-words.ts";
import { Settings } from "./settings.tsx";
import { Story } from "./story.tsx";
import { Strip } from "./strip.tsx";
import { Stuck } from "./stuck.tsx";
import { useHand } from "./use-hand.ts";
import { useKeys } from "./use-keys.ts";
import { useRemote } from "./use-remote.ts";
import { useSceneItems, useWhole, viewOn } from "./use-scene.ts";
import { useParts, useSeams } from "./use-seams.ts";
import { useShow } from "./use-show.ts";
import { secondsOf, useEveryScene, useStops } from "./use-stops.ts";
import { useTakeover } from "./use-takeover.ts";
import { WallMap } from "./wall-map.tsx";
import "./wall.css";

const NONE: readonly RegionProgress[] = [];
const pace = address.pace ?? 1;

/** The big screen: the map, one headline figure, what changed, what is stuck, and where we look now. */
export function Wall() {
  const { t } = useTranslation();
  const [tour, setTour] = useState(firstTour);
  const [busy, setBusy] = useState(true);
  const [ready, setReady] = useState(false);
  const takeover = useTakeover(ready);
  // Which scenes there are follows the latest month, whichever is shown: a replay does not reshuffle them.
  const latest = useWhole(address.asOf);
  const stops = useStops(tour, latest);
  const months = latest.news.data?.months ?? [];
  const first = useMemo(() => firstScene(tour), [tour]);
  const { show, act } = useShow({ stops, months, first, pace, busy, between: takeover.between });
  const scene = useMemo(() => sceneOf(show.scene) ?? WHOLE, [show.scene]);
  const month = show.month ?? address.asOf;
  const view = useMemo(
    () => viewOn(scene, { layers: show.layers, month, item: show.item }),
    [scene, show.layers, month, show.item],
  );
  const whole = useWhole(month);
  const own = useSummary(view);
  // The map's own values: its colours and the bars' are one scale.
  const { reporting: ranked } = useProgress(view);
  const items = useSceneItems(scene, view);
  const stuck = useSceneItems(
    UNSTATED,
    useMemo(() => viewOn(UNSTATED, { layers: {}, month, item: null }), [month]),
  );
  const seams = useSeams();
  const parts = useParts();
  const hand = useHand();
  const [panel, setPanel] = useKeys(show, act, items.rows);
  const rows = ranked.data ?? NONE;
  const reporting = useMemo(() => rows.map((row) => row.code), [rows]);
  // Another month's counts may stand until this one's are here; those of another question never.
  const question = scene.kind === "papers" || scene.kind === "unstated" ? scene.kind : "items";
  const answered = useRef(question);
  if (!ranked.isPlaceholderData) answered.current = question;
  const counted = answered.current === question ? rows : NONE;
  const { link, state } = useRemote(
    { show, stops, items: items.rows, months, layers: view.layers, reporting },
    act,
  );
  const isPairing = panel === "pairing";
  useEffect(() => {
    if (isPairing) void link.open();
  }, [isPairing, link]);
  useEveryScene(stops, month, ready);

  const onReady = useCallback(() => setReady(true), []);
  useEffect(() => {
    if (!ready) return;
    void keepPage();
    void import("../fonts/whole.css");
    return keepAwake();
  }, [ready]);

  const pickItem = useCallback((id: string) => act({ do: "item", id }), [act]);
  const time = (secondsOf(stops, show.scene) * 1000) / pace;
  const stuckList = (room: number) => (
    <Stuck {...stuck} room={room} time={time} held={show.held} onPick={pickItem} />
  );
  const title = sceneTitle(scene, t);
  const documentId = useMainSourceId();
  const source = useSource(documentId ?? "", documentId !== null).data;
  const asOf = whole.summary.data?.asOf ?? page.asOf;
  // The source is dated to the day; later months are known to their last.
  const day = source?.publishedOn.startsWith(asOf) ? source.publishedOn : lastDayOf(asOf);
  const measure = scene.kind === "papers" ? "policies" : "items";
  const code = "code" in scene ? scene.code : null;
  const here = [...(whole.reporting.data ?? []), ...(whole.county.data ?? [])].find(
    (row) => row.code === code,
  );
  const pickRegion = useCallback((picked: string) => act({ do: "go", scene: sceneAt(picked).id }), [act]);

  return (
    <main
      className="wall"
      data-kind={scene.kind}
      data-room={roomOf(scene)}
      data-columns={seams.columns}
      data-rows={seams.rows}
      data-scene={scene.id}
      data-hand={hand || panel !== null}
      data-held={show.held}
      aria-label={t("wall.title")}
    >
      <WallMap
        scene={scene}
        view={view}
        pointed={show.pointed}
        pace={pace}
        onPickRegion={pickRegion}
        onPickItem={pickItem}
        onBusy={setBusy}
        onReady={onReady}
      />
      <div className="wall-shade" aria-hidden="true" />
      <h1 className="wall-title serif">
        <BrandMark />
        {t("wall.title")}
      </h1>
      <div className="wall-story" key={show.item === null ? scene.id : show.item}>
        {show.item === null ? (
          <Story
            scene={scene}
            parts={parts}
            tileRows={seams.rows}
            month={month}
            summary={whole.summary.data}
            own={own.isPlaceholderData ? undefined : own.data}
            inferred={here?.inferred ?? 0}
            corridors={whole.features.data?.corridors ?? []}
            items={items.rows}
            stuck={parts === 4 ? stuckList(2) : null}
            time={time}
            held={show.held}
            onPick={pickItem}
          />
        ) : (
          <ItemCard id={show.item} month={month} onClose={() => act({ do: "item", id: null })} />
        )}
      </div>
      <aside className="wall-side">
        <Ranking
          measure={measure}
          rows={counted}
          title={scene.kind === "unstated" ? title : MEASURE_WORDS[measure][page.lang]}
          marked={show.pointed ?? code}
          fresh={takeover.fresh}
          onPick={pickRegion}
        />
        <div className="wall-news">
          <ChangeList
            changes={whole.news.data?.changes ?? []}
            months={whole.news.data?.months ?? []}
            onPick={pickItem}
          />
          <DueList deadlines={whole.news.data?.deadlines ?? []} from={day} onPick={pickItem} />
          {parts === 3 && stuckList(whole.news.data?.changes.length ? 2 : 6)}
        </div>
      </aside>
      <Strip asOf={asOf} source={source}>
        <OfflineWord asOf={asOf} />
        <span className="wall-sign" role="status">
          {takeover.updated && t("wall.updated", { time: takeover.updated })}
        </span>
        <Months months={months} month={show.month} replaying={show.replaying} act={act} />
      </Strip>
      <Controls held={show.held} title={title} act={act} />
      {panel === "settings" && (
        <Settings
          tour={tour}
          onTour={(next) => {
            writeAddress(next);
            setTour(next ?? firstTour());
            setPanel(null);
          }}
          onClose={() => setPanel(null)}
        />
      )}
      {isPairing && (
        <Pairing
          state={state}
          onOpen={() => void link.open()}
          onEnd={link.end}
          onHide={() => {
            link.hide();
            setPanel(null);
          }}
        />
      )}
      {panel === "help" && (
        <ul className="wall-panel wall-help">
          {t("wall.help")
            .split(" · ")
            .map((key) => (
              <li key={key}>{key}</li>
            ))}
        </ul>
      )}
    </main>
  );
}
