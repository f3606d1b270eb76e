import { useTranslation } from "react-i18next";
import { LIGHT_WORDS } from "#domain/light/words.ts";
import { STAGE_WORDS } from "#domain/look/words.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { LightMark } from "../look/light-mark.tsx";
import { StageMark } from "../map/legend-mark.tsx";
import { type Entry, stateOf } from "./mine-cache.ts";

/** The unit's items with how far each is; the browser draws of a long list what is on screen. */
export function ItemList(props: {
  items: readonly Entry[];
  chosen: string | undefined;
  onChoose: (item: string) => void;
}) {
  const { items, chosen, onChoose } = props;
  const { t } = useTranslation();
  const { lang, theme } = useDeskLook();
  return (
    <ul className="filing-list" aria-label={t("filing.items")}>
      {items.map((entry) => {
        const { item, report, comments, lead } = entry;
        const state = stateOf(entry);
        const stage = report?.content.stage ?? item.stage;
        return (
          <li key={item.id}>
            <button
              type="button"
              className="filing-row"
              aria-current={item.id === chosen ? "true" : undefined}
              onClick={() => onChoose(item.id)}
            >
              <StageMark type={item.type} stage={stage} theme={theme} size={22} />
              <span className="filing-row-text">
                <span className="filing-row-title" lang="zh-CN">
                  {item.title}
                </span>
                <span className="meta">
                  <span className={`filing-state ${state}`}>{t(`filing.state.${state}`)}</span>
                  {" · "}
                  {STAGE_WORDS[stage][lang]}
                  {lead && ` · ${t("filing.lead")}`}
                  {comments.length > 0 && ` · ${t("filing.comments", { count: comments.length })}`}
                </span>
              </span>
              {item.light !== null && (
                <span title={LIGHT_WORDS[item.light][lang]}>
                  <LightMark state={item.light} size={14} />
                  <span className="visually-hidden">{LIGHT_WORDS[item.light][lang]}</span>
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
