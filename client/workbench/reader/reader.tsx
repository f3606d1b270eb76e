import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { nameIn } from "#domain/look/words.ts";
import { AskError } from "../../data/answer.ts";
import { useSource } from "../../data/use-source.ts";
import { setView } from "../../view/address.ts";
import { useLook } from "../../view/use-view.ts";
import { Icon } from "../ui/icons.tsx";
import { Failed, SkeletonRows } from "../ui/states.tsx";
import "./reader.css";
import { type Section, segment } from "./segment.ts";
import { SentenceView } from "./sentence.tsx";

export type Reading = { document: string; start: number; end: number };

/** The whole document at the asked sentence. Esc closes it; the address names document and range. */
export function Reader({ reading }: { reading: Reading }) {
  const { t } = useTranslation();
  const { lang } = useLook();
  const dialog = useRef<HTMLDialogElement>(null);
  const source = useSource(reading.document);
  const missing = source.error instanceof AskError && source.error.code === "NOT_FOUND";
  const sections = useMemo(
    () => (source.data ? segment(source.data, reading) : null),
    [source.data, reading],
  );
  // Before the text's own effect: opening a dialogue takes the focus, which the sentence is to have.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  const close = () => setView({ reading: null });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it by the dialogue's own cancel event
    <dialog
      ref={dialog}
      className="reader"
      aria-label={source.data?.title ?? t("reader.title")}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) close();
      }}
    >
      <div className="reader-page">
        <header className="reader-head">
          <div>
            <h2 className="serif" lang="zh-CN">
              {source.data?.title ?? t("reader.title")}
            </h2>
            {source.data && (
              <p className="meta">
                {t("reader.published", {
                  publisher: nameIn(lang, { name: source.data.publisher, nameEn: source.data.publisherEn }),
                  date: new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" }).format(
                    new Date(source.data.publishedOn),
                  ),
                })}
              </p>
            )}
          </div>
          <button type="button" className="control square" aria-label={t("reader.close")} onClick={close}>
            <Icon name="close" size={16} />
          </button>
        </header>
        {sections ? (
          <Text sections={sections} />
        ) : missing ? (
          <div className="state" role="alert">
            <p className="state-title">{t("reader.notFound")}</p>
            <p>{t("reader.notFoundHint", { id: reading.document })}</p>
            <button type="button" className="control" onClick={close}>
              {t("reader.close")}
            </button>
          </div>
        ) : source.isError ? (
          <Failed onRetry={() => void source.refetch()} />
        ) : (
          <SkeletonRows rows={12} className="item-row placeholder" />
        )}
      </div>
    </dialog>
  );
}

function Text({ sections }: { sections: Section[] }) {
  const { t, i18n } = useTranslation();
  const [opened, setOpened] = useState<number | null>(null);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const lit = body.current?.querySelector<HTMLElement>("[data-lit]");
    lit?.scrollIntoView({ block: "center" });
    lit?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="reader-columns">
      <nav className="reader-sections" aria-label={t("reader.sections")}>
        <ol>
          {sections.map((section) => (
            <li key={section.id}>
              <button
                type="button"
                lang="zh-CN"
                onClick={() => document.getElementById(`section-${section.id}`)?.scrollIntoView()}
              >
                {section.heading}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div ref={body} className="reader-text serif" lang="zh-CN" tabIndex={0}>
        <p className="reader-hint meta" lang={i18n.language}>
          {t("reader.hint")}
        </p>
        {sections.map((section) => (
          <section key={section.id} id={`section-${section.id}`} aria-label={section.heading}>
            {section.paragraphs.map((paragraph) => (
              <p
                key={paragraph.start}
                className={
                  section.heading ===
                  paragraph.sentences.flatMap((one) => one.runs.map((run) => run.text)).join("")
                    ? "reader-heading"
                    : undefined
                }
              >
                {paragraph.sentences.map((sentence) => (
                  <SentenceView
                    key={sentence.start}
                    sentence={sentence}
                    open={opened === sentence.start}
                    onToggle={() => setOpened(opened === sentence.start ? null : sentence.start)}
                  />
                ))}
              </p>
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}
