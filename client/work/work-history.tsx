import { useTranslation } from "react-i18next";
import type { WorkRead } from "#domain/work/exchange.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import type { ContentOf } from "#domain/work/work.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { dayWords, momentWords } from "../filing/time-words.ts";
import type { Face, FieldWord } from "./face.ts";
import { SlipMark } from "./slip-mark.tsx";

/** Every step with what was said, and the versions with what each changed and why. */
export function WorkHistory<N extends WorkNoun>(props: { face: Face<N>; read: WorkRead<N> }) {
  const { face, read } = props;
  const { steps, versions } = read;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const fieldsOf = (changed: readonly (readonly (string | number)[])[]) =>
    [...new Set(changed.map(([first]) => first as keyof ContentOf<N> & FieldWord))].map((field) =>
      t(`work.field.${face.called?.[field] ?? field}`),
    );
  return (
    <>
      <section className="report-section">
        <h3>{t("work.way")}</h3>
        <ol className="work-way">
          {steps.map(({ step, at, by, said, slip }) => (
            <li key={`${step} ${at}`}>
              <span className="work-step">{t(`work.step.${step as "assign"}`)}</span>
              <span className="meta">
                {by || t("work.byServer")} · {momentWords(lang, at)}
              </span>
              {slip !== null && <SlipMark slip={slip} />}
              {said.percent != null && <span>{t("work.percent", { percent: said.percent })}</span>}
              {said.doneOn != null && <span>{dayWords(lang, said.doneOn)}</span>}
              {said.words != null && (
                <p className="work-text" lang="zh-CN">
                  {said.words}
                </p>
              )}
            </li>
          ))}
        </ol>
      </section>
      {versions.length > 1 && (
        <section className="report-section">
          <h3>{t("work.versions")}</h3>
          <ol className="work-way">
            {versions.map(({ version, at, reason, changed }) => (
              <li key={version}>
                <span className="work-step">{t("work.version", { version })}</span>
                <span className="meta">{momentWords(lang, at)}</span>
                <span>
                  {version === 1
                    ? t("work.first")
                    : changed.length === 0
                      ? t("work.versionSame")
                      : t("work.versionChanged", { fields: fieldsOf(changed).join("、") })}
                </span>
                {reason === null && version > 1 && <p className="meta">{t("work.carriedOn")}</p>}
                {reason !== null && (
                  <p className="work-text" lang="zh-CN">
                    {reason}
                  </p>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
