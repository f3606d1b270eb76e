import { useTranslation } from "react-i18next";
import { useLedger } from "../../data/use-summary.ts";
import { useLook, useView } from "../../view/use-view.ts";
import { FailedLine } from "../ui/states.tsx";

/** What the ledger itself counts: in sans, beyond a rule, so that it is not taken for the source's figures. */
export function LedgerCounts() {
  const { t } = useTranslation();
  const { lang } = useLook();
  const ledger = useLedger(useView());
  const counts = ledger.data?.counts;
  const format = new Intl.NumberFormat(lang);
  const cell = (value: number | undefined, name: string) => (
    <div className="ledger-count">
      <dd>{value === undefined ? <span className="skeleton" /> : format.format(value)}</dd>
      <dt>{name}</dt>
    </div>
  );
  if (!counts && ledger.isError) {
    return (
      <section className="ledger-counts" aria-label={t("shell.ledgerLabel")}>
        <FailedLine onRetry={() => void ledger.refetch()} />
      </section>
    );
  }
  return (
    <dl className="ledger-counts" aria-label={t("shell.ledgerLabel")}>
      {cell(counts?.items, t("shell.ledgerItems"))}
      {cell(counts?.projects, t("shell.ledgerProjects"))}
    </dl>
  );
}
