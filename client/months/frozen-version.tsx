import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Snapshot } from "#domain/months/snapshot.ts";
import { ask } from "../desk/call.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { momentWords } from "../filing/time-words.ts";
import { useRefusal } from "../filing/use-refusal.ts";

/** One version of a frozen month: its id and hash, its files, and whether what is kept still is what was frozen. */
export function FrozenVersion({ snapshot, isLatest }: { snapshot: Snapshot; isLatest: boolean }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const refusal = useRefusal();
  const { id, version, hash, frozenAt, reason } = snapshot;
  const verified = useMutation({ mutationFn: () => ask("month", "verify", { id }), onError: refusal });
  return (
    <li className="frozen-version">
      <p>
        {[t("months.freeze.version", { n: version }), momentWords(lang, frozenAt), reason]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p className="meta">
        {t("months.freeze.id")} <span className="hash">{id}</span>
      </p>
      <p className="meta">
        {t("months.freeze.hash")} <span className="hash">{hash}</span>
      </p>
      {(["xlsx", "csv"] as const).map((format) => (
        <a
          key={format}
          className="file-link"
          href={`/export/ledger.${format}?${new URLSearchParams({ snapshot: id, lang })}`}
          download
          aria-label={t("months.freeze.fileVersion", { n: version, format })}
        >
          {t("months.freeze.file", { format })}
        </a>
      ))}
      <button
        type="button"
        className="link"
        disabled={verified.isPending}
        onClick={() => verified.mutate()}
        aria-label={t("months.freeze.verifyVersion", { n: version })}
      >
        {t("months.freeze.verify")}
      </button>
      {verified.data !== undefined && (
        <div className="notice" role="status">
          <p>
            <strong>{t(verified.data.intact ? "months.freeze.intact" : "months.freeze.broken")}</strong>
          </p>
          <p>
            {t("months.freeze.computed")} <span className="hash">{verified.data.computed}</span>
          </p>
          {verified.data.intact && (
            <p>
              {verified.data.current
                ? t("months.freeze.current")
                : t(isLatest ? "months.freeze.corrected" : "months.freeze.followed")}
            </p>
          )}
        </div>
      )}
    </li>
  );
}
