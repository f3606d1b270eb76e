import { useTranslation } from "react-i18next";
import { explain, LIGHT_WORDS } from "#domain/light/words.ts";
import { nameIn, STAGE_WORDS, TYPE_WORDS } from "#domain/look/words.ts";
import { originWords } from "#domain/origin-words.ts";
import { PROVINCE_CODE } from "#domain/region.ts";
import { page } from "../data/page.ts";
import { regionName } from "../data/regions.ts";
import { useItem } from "../data/use-item.ts";
import { LightMark } from "../look/light-mark.tsx";
import { StageMark } from "../map/legend-mark.tsx";
import { Units } from "./item-rows.tsx";

const { lang, theme } = page;
const MOST_REGIONS = 5;

/** An item in the room: what it is, where it stands, what was reported last, and the sentence that says so. */
export function ItemCard({ id, month, onClose }: { id: string; month: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, isError } = useItem(id, month);
  if (!data) return <article className="wall-card">{isError && <p>{t("wall.listFailed")}</p>}</article>;
  const { title, type, stage, stageWords, regions, sources, origin, light } = data;
  const [source] = sources;
  const report = data.reports.find(({ done }) => done.trim() !== "");
  const names = regions.map(({ code }) =>
    code === PROVINCE_CODE ? t("wall.noPlace") : regionName(code, lang),
  );
  return (
    <article className="wall-card" aria-labelledby="wall-card-title">
      <p className="wall-card-kind">
        {TYPE_WORDS[type][lang]} · {id}
      </p>
      <h2 id="wall-card-title" className="serif" lang="zh-CN">
        {title}
      </h2>
      <p className="wall-card-stage">
        <StageMark type={type} stage={stage} theme={theme} size={44} />
        <span>
          {STAGE_WORDS[stage][lang]}
          <small lang="zh-CN">“{stageWords}”</small>
        </span>
      </p>
      {light !== null && (
        <p className="wall-card-light">
          <LightMark state={light.state} />
          <span>
            {LIGHT_WORDS[light.state][lang]} <small>{explain(light, lang)}</small>
          </span>
        </p>
      )}
      {report && (
        <p className="wall-card-report">
          <small>
            {nameIn(lang, { name: report.unitName, nameEn: report.unitNameEn })} · {report.month}
          </small>
          <span lang="zh-CN">{report.done}</span>
        </p>
      )}
      <p className="wall-card-place">
        {names.slice(0, MOST_REGIONS).join(lang === "en" ? ", " : "、")}
        {names.length > MOST_REGIONS && "\u00a0…"}
      </p>
      {source && (
        <blockquote className="serif" lang="zh-CN">
          {source.quote}
          <footer>
            {source.section}
            <Units units={data.units} />
          </footer>
        </blockquote>
      )}
      {origin && <p className="wall-note">{originWords(origin, lang)}</p>}
      <button type="button" className="wall-button" onClick={onClose}>
        {t("wall.closeCard")}
      </button>
    </article>
  );
}
