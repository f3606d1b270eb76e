import { useTranslation } from "react-i18next";
import { ItemRows, type SceneItem } from "./item-rows.tsx";

type StuckProps = {
  rows: readonly SceneItem[];
  total: number;
  /** Rows that there is room for. */
  room: number;
  time: number;
  held: boolean;
  onPick: (id: string) => void;
};

/** What is stuck, whichever scene stands: on wide screens alone, for elsewhere it has a scene of its own. */
export function Stuck({ rows, total, room, time, held, onPick }: StuckProps) {
  const { t } = useTranslation();
  if (total === 0) return null;
  return (
    <section className="wall-stuck">
      <h2>
        {t("wall.stuck")}
        <span>{t("wall.rowsOf", { count: total })}</span>
      </h2>
      <ItemRows rows={rows} room={room} time={time} held={held} onPick={onPick} />
    </section>
  );
}
