import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { pickItem } from "../../view/pick-item.ts";
import type { Sentence } from "./segment.ts";

type SentenceProps = { sentence: Sentence; open: boolean; onToggle: () => void };

/** A sentence; where it has items, a button that lists them, and each item a way to its place on the map. */
export function SentenceView({ sentence, open, onToggle }: SentenceProps) {
  const { t, i18n } = useTranslation();
  const lit = sentence.runs.some((run) => run.lit);
  const text = sentence.runs.map((run, index) => (
    <Fragment key={index}>{run.lit ? <mark>{run.text}</mark> : run.text}</Fragment>
  ));
  const count = sentence.items.length;
  if (count === 0) {
    return lit ? (
      <span data-lit tabIndex={-1}>
        {text}
      </span>
    ) : (
      text
    );
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a button's box does not break across lines as text does */}
      <span
        role="button"
        tabIndex={0}
        className="sentence"
        data-lit={lit ? true : undefined}
        aria-expanded={open}
        aria-description={t("reader.items", { count })}
        onClick={onToggle}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          onToggle();
        }}
      >
        {text}
      </span>
      {open && (
        <span className="sentence-items">
          <span className="meta" lang={i18n.language}>
            {t("reader.items", { count })}
          </span>
          {sentence.items.map((mark) => (
            <button key={mark.item} type="button" onClick={() => pickItem(mark.item, { reading: null })}>
              <span>{mark.title}</span>
              <span className="meta" lang={i18n.language}>
                {t(`reader.${mark.noun}`)} {mark.item}
              </span>
            </button>
          ))}
        </span>
      )}
    </>
  );
}
