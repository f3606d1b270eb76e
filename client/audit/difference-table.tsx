import { useTranslation } from "react-i18next";
import type { AuditEntry } from "#domain/audit.ts";
import { differencesOf } from "./differences.ts";

/** What an entry says of before and after, and what it is known by. */
export function DifferenceTable({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const differences = differencesOf(entry.before, entry.after);
  return (
    <>
      {differences.length === 0 ? (
        <p className="meta">{t("audit.noChange")}</p>
      ) : (
        <table className="table differences">
          <thead>
            <tr>
              <th scope="col">{t("audit.field")}</th>
              <th scope="col">{t("audit.before")}</th>
              <th scope="col">{t("audit.after")}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                <td>{before ?? <span className="meta">{t("audit.absent")}</span>}</td>
                <td>{after ?? <span className="meta">{t("audit.absent")}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="meta audit-id">
        {t("audit.request")} {entry.requestId} · {t("audit.hash")} {entry.hash}
      </p>
    </>
  );
}
