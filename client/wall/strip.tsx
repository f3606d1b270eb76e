import { useTranslation } from "react-i18next";
import { creditIn, NO_REVIEW_NUMBER, nameIn } from "#domain/look/words.ts";
import type { SourceDocumentWithMarks } from "#domain/query.ts";
import { WALL_FRAMES } from "#domain/wall/frame.ts";
import { page } from "../data/page.ts";
import { useParts, useSeams } from "./use-seams.ts";

const { lang, boundary, demo } = page;
/** Tiles narrower than this, in u, have no room for the publisher beside the title. */
const PUBLISHER_FROM = 940;

type StripProps = {
  asOf: string;
  source: SourceDocumentWithMarks | undefined;
  /** The slider of the months, if there is more than one. */
  months: React.ReactNode;
  /** Passing words. */
  children?: React.ReactNode;
};

/** As of when, from where, and whose map: it stands under every scene, whatever else happens, and on no seam. */
export function Strip({ asOf, source, months, children }: StripProps) {
  const { t } = useTranslation();
  const parts = useParts();
  const { columns } = useSeams();
  const title = source && t("wall.sourceTitle", { title: source.title });
  const tile = WALL_FRAMES[parts].size.width / columns;
  // The months take its room.
  const isBrief = parts === 1 && months !== null;
  const by = source && {
    publisher: nameIn(lang, { name: source.publisher, nameEn: source.publisherEn }),
    date: source.publishedOn,
  };
  const publisher = by && t(isBrief ? "wall.sourceByBrief" : "wall.sourceBy", by);
  const stand = (
    <>
      <b className="wall-as-of">{t("wall.dataAsOf", { date: asOf })}</b>
      {demo && <b className="wall-demo">{t("wall.demo")}</b>}
      {children}
    </>
  );
  const review = <span className="wall-review">{boundary.reviewNumber ?? NO_REVIEW_NUMBER[lang]}</span>;
  const credits = (
    <small className="wall-credits">
      {boundary.credits.map((credit) => creditIn(lang, credit)).join(" · ")}
    </small>
  );
  const from = (...said: (string | undefined)[]) => (
    <span className="wall-source" lang={source ? "zh-CN" : undefined}>
      {said.filter(Boolean).join(" · ")}
    </span>
  );
  if (columns === 1) {
    return (
      <footer className="wall-strip">
        {stand}
        {months}
        {from(title, publisher)}
        {review}
        {credits}
      </footer>
    );
  }
  return (
    <footer className="wall-strip" data-tiled style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
      <div>
        {stand}
        {columns === 2 ? from(title) : months}
      </div>
      <div>
        {columns === 2 ? from(publisher) : tile < PUBLISHER_FROM ? from(title) : from(title, publisher)}
        {columns === 2 && months}
        {columns === 2 && review}
      </div>
      {columns > 2 && <div>{review}</div>}
      {credits}
    </footer>
  );
}
