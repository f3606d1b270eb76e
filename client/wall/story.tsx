import { useTranslation } from "react-i18next";
import { ITEM_TYPES, LADDER_OF } from "#domain/item.ts";
import { nameIn } from "#domain/look/words.ts";
import type { StageCounts } from "#domain/measure.ts";
import type { MapFeatures, Summary } from "#domain/query.ts";
import { type Ladder, STAGES } from "#domain/stage.ts";
import { roomOf, type Scene } from "#domain/wall/scene.ts";
import { stageSub } from "#geo/drawn/item-words.ts";
import { TYPE_OF_LADDER } from "#geo/drawn/mix.ts";
import { page } from "../data/page.ts";
import { LineSample } from "../map/legend-mark.tsx";
import { splitFigure } from "../words/split-figure.ts";
import { ItemRows, type SceneItem } from "./item-rows.tsx";
import { LadderRow } from "./ladder-row.tsx";
import { sceneTitle } from "./scene-words.ts";
import type { Parts } from "./use-seams.ts";

const { lang, theme } = page;
/** The figure of the source that is read first. */
const HEADLINE = "ST-04";
/** Ladders of the items; the office's own never stand on the wall. */
const LADDERS = ["project", "policy", "agreement", "plan"] as const;
type ItemLadder = (typeof LADDERS)[number];

/** Rows of a list that there is room for; three thirds have two columns of them. */
const ROOM = { whole: 0, mid: 5, part: 6 } as const;
const ROOM_OF_THIRDS = 12;
/** Above or below the seam of two rows of tiles. */
const ROOM_OF_HALF = { whole: 0, mid: 3, part: 4 } as const;

export type StoryProps = {
  scene: Scene;
  parts: Parts;
  /** Rows of tiles that the screen is built of. */
  tileRows: number;
  month: string | null;
  summary: Summary | undefined;
  /** Of the scene's own region or filter; undefined while it is on its way. */
  own: Summary | undefined;
  inferred: number;
  corridors: MapFeatures["corridors"];
  items: readonly SceneItem[];
  /** Stands beneath the whole's ladders where there is room. */
  stuck: React.ReactNode;
  time: number;
  held: boolean;
  onPick: (id: string) => void;
};

/** What is said of a scene, beside the map. */
export function Story(props: StoryProps) {
  if (props.scene.kind === "whole") return <WholeStory {...props} />;
  if (props.scene.kind === "papers") return <PapersStory {...props} />;
  return <PartStory {...props} />;
}

function WholeStory({ summary, stuck }: StoryProps) {
  return (
    <>
      <Headline summary={summary} />
      <Ladders ladders={LADDERS} summary={summary} />
      {stuck}
    </>
  );
}

function Ladders({ ladders, summary }: { ladders: readonly ItemLadder[]; summary: Summary | undefined }) {
  const { t } = useTranslation();
  return (
    <div className="wall-ladders">
      {ladders.map((ladder) => (
        <LadderRow
          key={ladder}
          type={TYPE_OF_LADDER[ladder]}
          title={t(`wall.ladder_${ladder}`)}
          stages={stagesOn(ladder, summary?.counts.typeStages ?? {})}
        />
      ))}
    </div>
  );
}

/** Support policies and pilots stand on one ladder, and are counted together. */
function stagesOn(ladder: Ladder, typeStages: Summary["counts"]["typeStages"]): StageCounts {
  const counts: StageCounts = {};
  for (const type of ITEM_TYPES.filter((one) => LADDER_OF[one] === ladder)) {
    for (const stage of STAGES) {
      const n = typeStages[type]?.[stage];
      if (n !== undefined) counts[stage] = (counts[stage] ?? 0) + n;
    }
  }
  return counts;
}

/** The source's own figure with its quote; it is no count of ours (truth rule 1). */
function Headline({ summary }: { summary: Summary | undefined }) {
  const { t } = useTranslation();
  const statistic = summary?.statistics.find(({ id }) => id === HEADLINE);
  if (!statistic) return null;
  const { figure, unit } = splitFigure(statistic.words);
  return (
    <section className="wall-headline">
      <p className="wall-figure serif" lang="zh-CN">
        {figure}
        <small>{unit}</small>
      </p>
      <p className="wall-figure-of">
        <span>
          {t(statistic.preliminary ? "wall.preliminary" : "wall.statedFigure")} · {t(`wall.of-${HEADLINE}`)}
        </span>
        <span>{t(`wall.${HEADLINE}`)}</span>
      </p>
      <blockquote className="wall-quote serif" lang="zh-CN">
        “{statistic.source.quote}”
      </blockquote>
    </section>
  );
}

function PapersStory({ scene, own }: StoryProps) {
  const { t } = useTranslation();
  return (
    <>
      <SceneHead title={sceneTitle(scene, t)} count={own?.counts.policies} unit={t("wall.unitItems")} />
      <Ladders ladders={["policy", "agreement", "plan"]} summary={own} />
    </>
  );
}

/** A region, a port zone, a corridor theme, or what has no stage: how much there is, and each with its stage. */
function PartStory(props: StoryProps) {
  const { scene, parts, tileRows, month, own, inferred, corridors, items, time, held, onPick } = props;
  const { t } = useTranslation();
  const inHalf = parts === 1 ? ROOM_OF_HALF[roomOf(scene)] : ROOM_OF_HALF.part;
  const room = parts === 3 ? ROOM_OF_THIRDS : tileRows === 2 ? inHalf : ROOM[roomOf(scene)];
  const isArea = scene.kind === "region" || scene.kind === "port";
  const lines = scene.kind === "corridor" ? corridors.filter((one) => one.kind === scene.corridor) : [];
  const count = scene.kind === "corridor" ? items.length : own?.counts.items;
  return (
    <>
      <SceneHead
        title={scene.kind === "unstated" ? t("wall.stuck") : sceneTitle(scene, t)}
        count={count}
        unit={t("wall.unitItems")}
        note={
          scene.kind === "unstated"
            ? t("wall.stuckNote")
            : isArea && inferred > 0
              ? t("wall.regionInferred", { count: inferred })
              : ""
        }
      />
      {lines.map((line) => (
        <p className="wall-line" key={line.id}>
          <LineSample look={{ kind: line.kind, later: false }} theme={theme} />
          <span>
            {nameIn(lang, line)}
            <small>
              {stageSub(line, lang)} ·{" "}
              {t(line.schematic ? "wall.schematic" : "wall.surveyed", { km: line.errorKm })}
            </small>
          </span>
        </p>
      ))}
      {isArea && (own?.counts.projects ?? 0) > 0 && (
        <LadderRow type="project" title={t("wall.ladder_project")} stages={own?.counts.projectStages ?? {}} />
      )}
      <ItemRows
        key={scene.id}
        rows={items}
        room={room}
        quoted={month}
        time={time}
        held={held}
        onPick={onPick}
      />
    </>
  );
}

function SceneHead({
  title,
  count,
  unit,
  note = "",
}: {
  title: string;
  count: number | undefined;
  unit: string;
  note?: string;
}) {
  return (
    <header className="wall-scene">
      <h2 className="serif">{title}</h2>
      {count !== undefined && (
        <p className="wall-scene-count">
          <b>{count}</b> {unit}
        </p>
      )}
      {note !== "" && <p className="wall-note">{note}</p>}
    </header>
  );
}
