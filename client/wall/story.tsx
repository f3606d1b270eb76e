import { useTranslation } from "react-i18next";
import { LADDER_OF } from "#domain/item.ts";
import { nameIn } from "#domain/look/words.ts";
import type { StageCounts } from "#domain/measure.ts";
import type { CorridorKind } from "#domain/place.ts";
import type { Parts } from "#domain/wall/frame.ts";
import { roomOf } from "#domain/wall/scene.ts";
import { stageSub } from "#geo/drawn/item-words.ts";
import { page } from "../data/page.ts";
import { LineSample } from "../map/legend-mark.tsx";
import { Headline } from "./headline.tsx";
import { ItemRows } from "./item-rows.tsx";
import { LadderRow } from "./ladder-row.tsx";
import { LADDERS, Ladders } from "./ladders.tsx";
import { sceneTitle } from "./scene-words.ts";
import type { Standing } from "./use-wall.ts";

const { lang, theme } = page;
/** Rows of a list that there is room for; three thirds have two columns of them. */
const ROOM = { whole: 0, mid: 5, part: 6 } as const;
const ROOM_OF_THIRDS = 12;
/** Above or below the seam of two rows of tiles. */
const ROOM_OF_HALF = { whole: 0, mid: 3, part: 4 } as const;

type StoryProps = {
  wall: Standing;
  parts: Parts;
  /** Rows of tiles that the screen is built of. */
  tileRows: number;
  /** Stands beside the whole's ladders where there is room. */
  stuck: React.ReactNode;
};

/** What is said of a scene, beside the map. */
export function Story(props: StoryProps) {
  if (props.wall.scene.kind === "whole") return <WholeStory {...props} />;
  if (props.wall.scene.kind === "papers") return <PapersStory {...props} />;
  return <PartStory {...props} />;
}

function WholeStory({ wall, stuck }: StoryProps) {
  const summary = wall.whole.summary.data;
  return (
    <>
      <Headline summary={summary} />
      <Ladders ladders={LADDERS} summary={summary} />
      {stuck}
    </>
  );
}

function PapersStory({ wall: { scene, own } }: StoryProps) {
  const { t } = useTranslation();
  return (
    <>
      <SceneHead
        title={sceneTitle(scene, t)}
        count={own?.counts.policies}
        unit={t("wall.unitItems", { count: own?.counts.policies ?? 0 })}
      />
      <Ladders ladders={["policy", "agreement", "plan"]} summary={own} />
    </>
  );
}

/** A region, a port zone, a corridor theme, or what has no stage: how much there is, and each with its stage. */
function PartStory({ wall, parts, tileRows }: StoryProps) {
  const { scene, own, whole, items, month, time, show, pickItem } = wall;
  const { t } = useTranslation();
  const inHalf = parts === 1 ? ROOM_OF_HALF[roomOf(scene)] : ROOM_OF_HALF.part;
  const room = parts === 3 ? ROOM_OF_THIRDS : tileRows === 2 ? inHalf : ROOM[roomOf(scene)];
  const isArea = scene.kind === "region" || scene.kind === "port";
  const inferred = isArea ? inferredIn(wall, scene.code) : 0;
  const lines = scene.kind === "corridor" ? linesOf(whole, scene.corridor) : [];
  const projects = isArea
    ? (own?.counts.projectStages ?? {})
    : scene.kind === "corridor"
      ? projectStages(items.rows)
      : {};
  const count = scene.kind === "corridor" ? items.rows.length : own?.counts.items;
  return (
    <>
      <SceneHead
        title={scene.kind === "unstated" ? t("wall.stuck") : sceneTitle(scene, t)}
        count={count}
        unit={t("wall.unitItems", { count: count ?? 0 })}
        note={
          scene.kind === "unstated"
            ? t("wall.stuckNote")
            : inferred > 0
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
      {Object.keys(projects).length > 0 && (
        <LadderRow type="project" title={t("wall.ladder_project")} stages={projects} />
      )}
      <ItemRows
        key={scene.id}
        rows={items.rows}
        room={room}
        quoted={month}
        time={time}
        held={show.held}
        onPick={pickItem}
      />
    </>
  );
}

/** How many of the projects among those items stand on each step. */
function projectStages(rows: Standing["items"]["rows"]): StageCounts {
  const stages = rows.filter(({ type }) => LADDER_OF[type] === "project").map(({ stage }) => stage);
  return Object.fromEntries(stages.map((stage) => [stage, stages.filter((one) => one === stage).length]));
}

const inferredIn = ({ whole: { reporting, county } }: Standing, code: string): number =>
  [...(reporting.data ?? []), ...(county.data ?? [])].find((row) => row.code === code)?.inferred ?? 0;

const linesOf = ({ features }: Standing["whole"], kind: CorridorKind) =>
  (features.data?.corridors ?? []).filter((one) => one.kind === kind && one.group === "seed");

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
