import { useTranslation } from "react-i18next";
import type { Preview } from "#domain/light/requests.ts";
import { explain } from "#domain/light/words.ts";
import { PlainTable } from "../desk/plain-table.tsx";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { monthWords } from "../filing/time-words.ts";
import { FromTo } from "./change-table.tsx";

/** Which lights of the latest published month the other rules would change, and why. */
export function RulesPreview({ preview: { month, total, changes } }: { preview: Preview }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  if (month === null) return <p role="status">{t("months.rules.previewNoMonth")}</p>;
  const said = { month: monthWords(lang, month), count: total };
  if (total === 0) return <p role="status">{t("months.rules.previewNone", said)}</p>;
  return (
    <>
      <p role="status">{t("months.rules.previewSome", said)}</p>
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
      {changes.length < total && (
        <p className="meta">{t("months.rules.previewFirst", { count: changes.length })}</p>
      )}
    </>
  );
}
