import { useTranslation } from "react-i18next";
import { MEASURE_WORDS } from "#domain/look/words.ts";
import type { Parts } from "#domain/wall/frame.ts";
import { page } from "../data/page.ts";
import { regionName } from "../data/regions.ts";
import { ChangeList } from "./change-list.tsx";
import { DueList } from "./due-list.tsx";
import { Ranking } from "./ranking.tsx";
import { ReportList } from "./report-list.tsx";
import type { Standing } from "./use-wall.ts";
import { WallLights } from "./wall-lights.tsx";

type SideProps = {
  wall: Standing;
  /** What the scene is called. */
  title: string;
  /** Stands beneath the deadlines where there is room. */
  stuck: React.ReactNode;
  parts: Parts;
};

/** The right of the wall: the ranking, what changed, and what is due. */
export function Side({ wall, title, stuck, parts }: SideProps) {
  const { t } = useTranslation();
  const { scene, show, whole, ranking, takeover, day, lit, reports, pickRegion, pickItem } = wall;
  const measure = scene.kind === "papers" ? "policies" : "items";
  const { changes, months, deadlines, lights } = whole.news.data ?? NO_NEWS;
  const room = roomOf(parts, { lit, reports: reports.length > 0 });
  return (
    <aside className="wall-side">
      <Ranking
        measure={measure}
        rows={ranking}
        title={scene.kind === "unstated" ? title : MEASURE_WORDS[measure][page.lang]}
        marked={show.pointed ?? ("code" in scene ? scene.code : null)}
        fresh={takeover.fresh}
        onPick={pickRegion}
      />
      <div className="wall-news">
        <WallLights lights={lights} />
        <ChangeList
          changes={changes}
          months={months}
          now={wall.changeNow}
          room={room.changes}
          onPick={pickItem}
        />
        <ReportList
          reports={reports}
          of={"code" in scene ? regionName(scene.code, page.lang) : t("wall.sceneWhole")}
          now={wall.reportNow}
          room={room.reports}
          onPick={pickItem}
        />
        <DueList deadlines={deadlines} from={day} now={wall.dueNow} room={room.deadlines} onPick={pickItem} />
        {stuck}
      </div>
    </aside>
  );
}

/** How many of each there is room for beneath the ranking; three thirds have the whole height for them. */
function roomOf(parts: Parts, has: { lit: boolean; reports: boolean }) {
  if (parts === 3) return { changes: has.lit ? 2 : 3, reports: 2, deadlines: 3 };
  return { changes: 1, reports: 1, deadlines: has.reports ? 1 : has.lit ? 2 : 3 };
}

const NO_NEWS = { changes: [], months: [], deadlines: [], lights: {} };
