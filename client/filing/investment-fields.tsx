import { useTranslation } from "react-i18next";
import { MoneyControl } from "./controls.tsx";

const SPANS = ["month", "year", "total"] as const;
const KINDS = ["planned", "actual"] as const;

/** 万元, planned and actual, of the month, the year and in all. */
export function InvestmentFields() {
  const { t } = useTranslation();
  return (
    <table className="entry-table investment">
      <caption className="visually-hidden">{t("filing.section.investment")}</caption>
      <thead>
        <tr>
          <td />
          {KINDS.map((kind) => (
            <th key={kind} scope="col">
              {t(`filing.kind.${kind}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SPANS.map((span) => (
          <tr key={span}>
            <th scope="row">{t(`filing.span.${span}`)}</th>
            {KINDS.map((kind) => (
              <td key={kind}>
                <MoneyControl
                  path={["investment", span, kind]}
                  label={t("filing.money", {
                    span: t(`filing.span.${span}`),
                    kind: t(`filing.kind.${kind}`),
                  })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
