import { MEASURE_WORDS } from "#domain/look/words.ts";
import { page } from "../data/page.ts";
import { ChangeList } from "./change-list.tsx";
import { DueList } from "./due-list.tsx";
import { Ranking } from "./ranking.tsx";
import type { Parts } from "./use-seams.ts";
import type { Standing } from "./use-wall.ts";

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
  const { scene, show, whole, ranking, takeover, day, pickRegion, pickItem } = wall;
  const measure = scene.kind === "papers" ? "policies" : "items";
  const { changes, months, deadlines } = whole.news.data ?? NO_NEWS;
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
        <ChangeList
          changes={changes}
          months={months}
          now={wall.changeNow}
          room={parts === 3 ? 3 : 2}
          onPick={pickItem}
        />
        <DueList deadlines={deadlines} from={day} onPick={pickItem} />
        {stuck}
      </div>
    </aside>
  );
}

const NO_NEWS = { changes: [], months: [], deadlines: [] };
