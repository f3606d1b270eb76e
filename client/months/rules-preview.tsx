import { useTranslation } from "react-i18next";
import type { Preview, PreviewMonth } from "#domain/light/requests.ts";
import { explain } from "#domain/light/words.ts";
import { PlainTable } from "../desk/plain-table.tsx";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { monthWords } from "../filing/time-words.ts";
import { FromTo } from "./change-table.tsx";

/** Which lights the other rules would change, in each published month since they begin, and why. */
export function RulesPreview({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  if (preview.length === 0) return <p role="status">{t("months.rules.previewNoMonth")}</p>;
  const total = preview.reduce((sum, one) => sum + one.total, 0);
  const listed = preview.reduce((sum, { changes }) => sum + changes.length, 0);
  return (
    <>
      <p role="status">{t("months.rules.previewMonths", { count: preview.length, total })}</p>
      {preview.map((one) => (
        <MonthPreview key={one.month} preview={one} />
      ))}
      {listed < total && <p className="meta">{t("months.rules.previewFirst", { count: listed })}</p>}
    </>
  );
}

/** One month: how many, and which when it is opened. */
function MonthPreview({ preview: { month, total, changes } }: { preview: PreviewMonth }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const said = { month: monthWords(lang, month), count: total };
  if (total === 0) return <p>{t("months.rules.previewNone", said)}</p>;
  return (
    <details className="way">
      <summary>{t("months.rules.previewSome", said)}</summary>
      <PlainTable heads={[t("months.changes.item"), t("months.changes.light"), t("months.rules.why")]}>
        {changes.map(({ id, title, before, after }) => (
          <tr key={id}>
            <td lang="zh-CN">{title}</td>
            <td>
              <FromTo from={before.state} to={after.state} />
            </td>
            <td className="meta">{explain(after, lang)}</td>
          </tr>
        ))}
      </PlainTable>
    </details>
  );
}
