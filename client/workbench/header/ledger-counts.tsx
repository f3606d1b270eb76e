import { useTranslation } from "react-i18next";
import { useLedger } from "../../data/use-summary.ts";
import { useLook, useView } from "../../view/use-view.ts";

/** What the ledger itself counts: in sans, beyond a rule, so that it is not taken for the source's figures. */
export function LedgerCounts() {
  const { t } = useTranslation();
  const { lang } = useLook();
  const counts = useLedger(useView()).data?.counts;
  const format = new Intl.NumberFormat(lang);
  const cell = (value: number | undefined, name: string) => (
    <div className="ledger-count">
      <dd>{value === undefined ? <span className="skeleton" /> : format.format(value)}</dd>
      <dt>{name}</dt>
    </div>
  );
  return (
    <dl className="ledger-counts" aria-label={t("shell.ledgerLabel")}>
      {cell(counts?.items, t("shell.ledgerItems"))}
      {cell(counts?.projects, t("shell.ledgerProjects"))}
    </dl>
  );
}
