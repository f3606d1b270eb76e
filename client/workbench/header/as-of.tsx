import { useTranslation } from "react-i18next";
import { page } from "../../data/page.ts";
import { useMainSourceId, useSource } from "../../data/use-source.ts";
import { setView } from "../../view/address.ts";
import { useLook } from "../../view/use-view.ts";
import { Pop } from "../ui/pop.tsx";

/** The day the figures stand at: that of the source, which the page knows by month until the document is here. */
export function AsOf({ ready }: { ready: boolean }) {
  const { t } = useTranslation();
  const { lang } = useLook();
  const id = useMainSourceId();
  const source = useSource(id ?? "", ready && id !== null).data;
  return (
    <Pop
      className="control as-of"
      align="end"
      button={t("shell.asOf", { date: source?.publishedOn ?? page.asOf })}
      label={t("shell.asOf", { date: source?.publishedOn ?? page.asOf })}
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
                  publisher: source.publisher,
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
