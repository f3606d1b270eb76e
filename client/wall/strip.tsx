import { useTranslation } from "react-i18next";
import { creditIn, NO_REVIEW_NUMBER, nameIn } from "#domain/look/words.ts";
import type { SourceDocumentWithMarks } from "#domain/query.ts";
import { page } from "../data/page.ts";

const { lang, boundary, demo } = page;

/** As of when, from where, and whose map: it stands under every scene, whatever else happens. */
export function Strip({
  asOf,
  brief,
  source,
  children,
}: {
  asOf: string;
  /** The months take the room of the publisher. */
  brief: boolean;
  source: SourceDocumentWithMarks | undefined;
  children?: React.ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <footer className="wall-strip">
      <b className="wall-as-of">{t("wall.dataAsOf", { date: asOf })}</b>
      {demo && <b className="wall-demo">{t("wall.demo")}</b>}
      {children}
      <span className="wall-source" lang={source ? "zh-CN" : undefined}>
        {source &&
          t(brief ? "wall.sourceBrief" : "wall.source", {
            title: source.title,
            publisher: nameIn(lang, { name: source.publisher, nameEn: source.publisherEn }),
            date: source.publishedOn,
          })}
      </span>
      <span className="wall-review">{boundary.reviewNumber ?? NO_REVIEW_NUMBER[lang]}</span>
      <small className="wall-credits">
        {boundary.credits.map((credit) => creditIn(lang, credit)).join(" · ")}
      </small>
    </footer>
  );
}
