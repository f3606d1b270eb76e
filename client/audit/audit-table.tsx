import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AuditEntry } from "#domain/audit.ts";
import { clockOf, dayOf } from "#domain/zone.ts";
import type { AuditTyped } from "./audit-typed.ts";
import { DifferenceTable } from "./difference-table.tsx";
import { namelessKey } from "./nameless-key.ts";
import { useAuditWords } from "./use-audit-words.ts";

/** Entries, each to be opened for what stood before and after. */
export function AuditTable(props: {
  entries: readonly AuditEntry[];
  onOnly: (only: Partial<AuditTyped>) => void;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<number | null>(null);
  const heads = ["seq", "when", "who", "what", "which", "where"] as const;
  return (
    <div className="table-wrap">
      <table className="table folding">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`audit.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.entries.map((entry) => (
            <Fragment key={entry.seq}>
              <Row
                entry={entry}
                isOpen={open === entry.seq}
                onOpen={() => setOpen(open === entry.seq ? null : entry.seq)}
              />
              {open === entry.seq && (
                <tr className="chosen">
                  <td colSpan={heads.length}>
                    <DifferenceTable entry={entry} />
                    <p className="form-buttons">
                      <button
                        type="button"
                        className="link"
                        onClick={() => props.onOnly({ noun: entry.noun, target: entry.target })}
                      >
                        {t("audit.onlyThis")}
                      </button>
                      {entry.account.id !== null && (
                        <button
                          type="button"
                          className="link"
                          onClick={() => props.onOnly({ account: entry.account.id ?? "" })}
                        >
                          {t("audit.onlyAccount")}
                        </button>
                      )}
                    </p>
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ entry, isOpen, onOpen }: { entry: AuditEntry; isOpen: boolean; onOpen: () => void }) {
  const { t } = useTranslation();
  const { actionWord, nounWord } = useAuditWords();
  const at = new Date(entry.at);
  const nameless = namelessKey(entry);
  return (
    <tr className={isOpen ? "chosen" : ""}>
      <td>
        <button
          type="button"
          className="link"
          aria-expanded={isOpen}
          aria-label={t("audit.details", { seq: entry.seq })}
          onClick={onOpen}
        >
          {entry.seq}
        </button>
      </td>
      <td className="nowrap" data-label={t("audit.when")}>
        <time dateTime={entry.at}>{`${dayOf(at)} ${clockOf(at)}`}</time>
      </td>
      <td data-label={t("audit.who")}>
        {nameless === null ? entry.account.name : <span className="meta">{t(`audit.${nameless}`)}</span>}
      </td>
      <td data-label={t("audit.what")}>{actionWord(entry.action)}</td>
      <td data-label={t("audit.which")}>
        {nounWord(entry.noun)} <span className="meta audit-id">{entry.target}</span>
      </td>
      <td className="nowrap" data-label={t("audit.where")}>
        {entry.address}
      </td>
    </tr>
  );
}
