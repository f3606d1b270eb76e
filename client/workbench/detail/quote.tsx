import { useTranslation } from "react-i18next";
import type { SourceRef } from "#domain/item.ts";
import { useSource } from "../../data/use-source.ts";
import { setView } from "../../view/address.ts";

/** The sentence with the words that are the record's own set off. Before the document is here: those words alone. */
export function Quote({ source }: { source: SourceRef }) {
  const { t } = useTranslation();
  const { document, start, end, sentence } = source;
  const text = useSource(document).data?.text;
  const points = text === undefined ? null : [...text];
  const slice = (from: number, to: number) => points?.slice(from, to).join("") ?? "";
  return (
    <>
      <div className="quote">
        <blockquote className="serif" lang="zh-CN">
          {slice(sentence.start, start)}
          <mark>{source.quote}</mark>
          {slice(end, sentence.end)}
        </blockquote>
      </div>
      <div className="quote-foot">
        <span className="meta">
          <span lang="zh-CN">{source.section}</span>
          {t("detail.location", { start: start + 1, end })}
        </span>
        <button type="button" className="link" onClick={() => setView({ reading: { document, start, end } })}>
          {t("detail.open")}
        </button>
      </div>
    </>
  );
}
