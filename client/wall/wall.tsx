import { useTranslation } from "react-i18next";
import { roomOf } from "#domain/wall/scene.ts";
import { page } from "../data/page.ts";
import { BrandMark } from "../look/brand-mark.tsx";
import { OfflineWord } from "../offline/offline-word.tsx";
import { HOLD_MS } from "./address.ts";
import { ItemCard } from "./item-card.tsx";
import { LineKey } from "./line-key.tsx";
import { Months } from "./months.tsx";
import { Presenter } from "./presenter.tsx";
import { sceneTitle } from "./scene-words.ts";
import { Side } from "./side.tsx";
import { Story } from "./story.tsx";
import { Strip } from "./strip.tsx";
import { Stuck } from "./stuck.tsx";
import { useHand } from "./use-hand.ts";
import { useIdle } from "./use-idle.ts";
import { useKeys } from "./use-keys.ts";
import { useParts, useSeams } from "./use-seams.ts";
import { pace, useWall } from "./use-wall.ts";
import { WallMap } from "./wall-map.tsx";
import "./wall.css";

/** The big screen: the map, one headline figure, what changed, what is stuck, and where we look now. */
export function Wall() {
  const { t } = useTranslation();
  const wall = useWall();
  const { scene, show, act, whole, months, month, time, asOf, takeover, pickItem } = wall;
  const seams = useSeams();
  const parts = useParts();
  const hand = useHand();
  const [panel, setPanel] = useKeys(
    show,
    act,
    wall.stops.map(({ scene: one }) => one.id),
  );
  // What a hand has left open is put away.
  useIdle(panel === null ? null : HOLD_MS, panel, () => setPanel(null));
  const title = sceneTitle(scene, t);
  // Three thirds tell reports in the place of what is stuck, which the whole has a corner for.
  const hasCorner = parts === 4 || (parts === 3 && wall.lit);
  const stuck = (room: number) => (
    <Stuck {...wall.stuck} room={room} time={time} held={show.held} onPick={pickItem} />
  );
  return (
    <main
      className="wall"
      data-kind={scene.kind}
      data-room={roomOf(scene)}
      data-columns={seams.columns}
      data-rows={seams.rows}
      data-scene={scene.id}
      data-hand={hand || panel !== null || wall.hold === "ends"}
      data-held={show.held}
      data-lit={wall.lit}
      aria-label={t("wall.title")}
    >
      <WallMap
        scene={scene}
        view={wall.view}
        pointed={wall.pointed}
        marked={wall.marked}
        pace={pace}
        onPickRegion={wall.pickRegion}
        onPickItem={pickItem}
        onBusy={wall.setBusy}
        onReady={wall.onReady}
      />
      <div className="wall-shade" aria-hidden="true" />
      <h1 className="wall-title serif">
        <BrandMark />
        {t("wall.title")}
      </h1>
      <div className="wall-story" key={show.item ?? scene.id}>
        {show.item === null ? (
          <Story wall={wall} parts={parts} tileRows={seams.rows} stuck={hasCorner ? stuck(2) : null} />
        ) : (
          <ItemCard id={show.item} month={month} onClose={() => act({ do: "item", id: null })} />
        )}
      </div>
      {roomOf(scene) !== "part" && show.item === null && (
        <LineKey view={wall.view} corridors={(whole.features.data ?? page.features).corridors} />
      )}
      <Side
        wall={wall}
        title={title}
        parts={parts}
        stuck={parts === 3 && !hasCorner && stuck(whole.news.data?.changes.length ? 2 : 6)}
      />
      <Strip
        asOf={asOf}
        source={wall.source}
        months={
          months.length > 1 ? (
            <Months months={months} month={show.month} replaying={show.replaying} act={act} />
          ) : null
        }
      >
        <OfflineWord asOf={asOf} />
        <span className="wall-sign" role="status">
          {takeover.updated && t("wall.updated", { time: takeover.updated })}
        </span>
      </Strip>
      <Presenter wall={wall} title={title} panel={panel} setPanel={setPanel} />
    </main>
  );
}
