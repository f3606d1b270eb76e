import { useTranslation } from "react-i18next";
import { SECTOR_WORDS, STAGE_WORDS, TYPE_WORDS } from "#domain/look/words.ts";
import { originWords } from "#domain/origin-words.ts";
import type { ItemDetail } from "#domain/query.ts";
import { isKnownStage } from "#domain/stage.ts";
import { AskError } from "../../data/answer.ts";
import { useItem } from "../../data/use-item.ts";
import { ItemLight } from "../../lights/item-light.tsx";
import { setView } from "../../view/address.ts";
import { useLook, useView } from "../../view/use-view.ts";
import { useSay } from "../../words/use-say.ts";
import { Icon } from "../ui/icons.tsx";
import { Remark } from "../ui/remark.tsx";
import { Failed } from "../ui/states.tsx";
import "./detail.css";
import "./detail-words.ts";
import { DetailWaiting } from "./detail-waiting.tsx";
import { Facts } from "./facts.tsx";
import { LadderView } from "./ladder.tsx";
import { LinkedRows } from "./linked-rows.tsx";
import { Quote } from "./quote.tsx";

export function Detail({ id }: { id: string }) {
  const { t } = useTranslation();
  const { asOf } = useView();
  const item = useItem(id, asOf);
  const missing = item.error instanceof AskError && item.error.code === "NOT_FOUND";
  return (
    <article className="detail">
      <button
        type="button"
        className="control square plain detail-close"
        aria-label={t("detail.close")}
        title={t("detail.close")}
        onClick={() => setView({ item: null })}
      >
        <Icon name="close" size={16} />
      </button>
      {item.data ? (
        <Whole item={item.data} />
      ) : missing ? (
        <div className="state" role="alert">
          <p className="state-title">{t("detail.notFound")}</p>
          <p>
            {asOf === null ? t("detail.notFoundHint", { id }) : t("detail.notFoundThen", { id, month: asOf })}
          </p>
          <button type="button" className="control" onClick={() => setView({ item: null })}>
            {t("detail.back")}
          </button>
        </div>
      ) : item.isError ? (
        <Failed onRetry={() => void item.refetch()} />
      ) : (
        <DetailWaiting />
      )}
    </article>
  );
}

function Whole({ item }: { item: ItemDetail }) {
  const { t } = useTranslation();
  const { lang } = useLook();
  const say = useSay();
  return (
    <>
      <p className="detail-kind meta">
        <span>{say(TYPE_WORDS[item.type])}</span>
        <span>{item.id}</span>
        <span title={t("detail.sector")}>
          {say(SECTOR_WORDS[item.sector])}
          {/* The record's finer word is a Chinese one; in English the field says it. */}
          {lang === "zh-CN" &&
            item.sectorWords !== SECTOR_WORDS[item.sector][lang] &&
            ` · ${item.sectorWords}`}
        </span>
      </p>
      <h3 className="detail-title serif" lang="zh-CN">
        {item.title}
      </h3>
      <LadderView item={item} />
      <ItemLight item={item} />
      <StageWordsBox item={item} />
      <Facts item={item} />
      {item.sources.map((source) => (
        <Quote key={`${source.start}-${source.end}`} source={source} />
      ))}
      {item.origin && (
        <p className="meta">
          {originWords(item.origin, lang)} · {t("detail.broughtIn")}
        </p>
      )}
      <LinkedRows item={item} />
      <Later item={item} />
    </>
  );
}

/** The source's own words beside the step we took them for. */
function StageWordsBox({ item }: { item: ItemDetail }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <p className="stage-words">
      {t(item.stageBasis === "reported" ? "detail.wordsReported" : "detail.wordsLead")}{" "}
      <strong lang="zh-CN">“{item.stageWords}”</strong>
      {t(
        item.stageBasis === "ambiguous" && isKnownStage(item.stage)
          ? "detail.wordsToDoubtful"
          : "detail.wordsTo",
        {
          stage: say(STAGE_WORDS[item.stage]),
        },
      )}
      {item.stageBasis === "ambiguous" && (
        <span className="stage-doubt">
          {t(item.stageNote === null ? "detail.wordsAmbiguousPlain" : "detail.wordsAmbiguous")}
          {item.stageNote !== null && <Remark text={item.stageNote} english={item.stageNoteEn} />}
        </span>
      )}
    </p>
  );
}

/** What came after the source, apart from it and closed until asked for (truth rule 6). */
function Later({ item }: { item: ItemDetail }) {
  const { t } = useTranslation();
  if (item.later.length === 0) return null;
  return (
    <details className="later">
      <summary>{t("detail.later")}</summary>
      {item.later.map((one) => (
        <p key={one.fact}>
          <Remark text={one.fact} english={one.factEn} />
          <span className="meta">
            {one.basis === "retrieved"
              ? t("detail.laterRetrieved", { reference: one.reference })
              : t("detail.laterMemory")}
          </span>
        </p>
      ))}
    </details>
  );
}
