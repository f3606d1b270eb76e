import { useTranslation } from "react-i18next";
import { nameIn } from "#domain/look/words.ts";
import { page } from "../../data/page.ts";
import { useMainSourceId, useSource } from "../../data/use-source.ts";
import { useLedger } from "../../data/use-summary.ts";
import { setView } from "../../view/address.ts";
import { useLook, useView } from "../../view/use-view.ts";
import { Pop } from "../ui/pop.tsx";

/** What the figures stand at: the source's day, where it is of the month shown and here; else that month. */
export function AsOf({ ready }: { ready: boolean }) {
  const { t } = useTranslation();
  const { lang } = useLook();
  const id = useMainSourceId();
  const source = useSource(id ?? "", ready && id !== null).data;
  const month = useLedger(useView()).data?.asOf ?? page.asOf;
  const date = source?.publishedOn.startsWith(month) ? source.publishedOn : month;
  return (
    <Pop
      wrapClass="as-of-part"
      className="control as-of"
      align="end"
      button={t("shell.asOf", { date })}
      label={t("shell.asOf", { date })}
    >
      {(close) => (
        <div className="quote-card">
          <p className="meta">{t("shell.sourceOf")}</p>
          {source && (
            <>
              <p className="serif source-title" lang="zh-CN">
                {source.title}
              </p>
              <p className="meta">
                {t("shell.publishedBy", {
                  publisher: nameIn(lang, { name: source.publisher, nameEn: source.publisherEn }),
                  date: new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" }).format(
                    new Date(source.publishedOn),
                  ),
                })}
              </p>
              <p className="meta">
                <a href={source.url} rel="noreferrer" target="_blank">
                  {t("shell.originalAddress")}
                </a>
              </p>
            </>
          )}
          <div className="quote-foot">
            <span />
            <button
              type="button"
              className="link"
              disabled={id === null}
              onClick={() => {
                close();
                if (id !== null) setView({ reading: { document: id, start: 0, end: 0 } });
              }}
            >
              {t("shell.openSource")}
            </button>
          </div>
        </div>
      )}
    </Pop>
  );
}
