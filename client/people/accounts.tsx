import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { answerTo } from "../desk/call.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { useMay } from "../desk/use-may.ts";
import { AccountPanel } from "./account-panel.tsx";
import { AccountTable } from "./account-table.tsx";
import { NewAccount } from "./new-account.tsx";
import { OneTimeLink } from "./one-time-link.tsx";
import { ACCOUNT_SELECTIONS, type AccountSelection, selectAccounts } from "./select-accounts.ts";
import { useUnitName } from "./use-unit-name.ts";
import "./people.css";

const WORDS = { all: "onlyAll", unused: "onlyUnused", locked: "onlyLocked", noRoles: "onlyNoRoles" } as const;

/** /desk/accounts: the system administrator makes them, the security administrator says what they may do. */
export function Page() {
  const { t } = useTranslation();
  const { data, isError, refetch } = useQuery(answerTo("account", "list", undefined));
  const unitName = useUnitName();
  const mayCreate = useMay("account.create");
  const [text, setText] = useState("");
  const [only, setOnly] = useState<AccountSelection>("all");
  const [chosen, choose] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const sought = useDeferredValue(text);
  // While one types the rows stay as they are.
  const shown = useMemo(
    () => selectAccounts(data ?? [], { text: sought, only, unitName }),
    [data, sought, only, unitName],
  );
  const all = data?.length ?? 0;
  return (
    <>
      <header className="page-head">
        <h1>{t("desk.place.accounts")}</h1>
        {data && (
          <span className="meta" role="status">
            {shown.length === all
              ? t("people.accounts.count", { count: all })
              : t("people.accounts.countOf", { count: shown.length, all })}
          </span>
        )}
        <div className="page-head-end">
          <div className="field find">
            <input
              type="search"
              aria-label={t("people.accounts.find")}
              placeholder={t("people.accounts.findHint")}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          </div>
          <div className="field find">
            <select
              aria-label={t("people.accounts.only")}
              value={only}
              onChange={({ target }) =>
                setOnly(ACCOUNT_SELECTIONS.find((one) => one === target.value) ?? "all")
              }
            >
              {ACCOUNT_SELECTIONS.map((one) => (
                <option key={one} value={one}>
                  {t(`people.accounts.${WORDS[one]}`)}
                </option>
              ))}
            </select>
          </div>
          {mayCreate && (
            <button type="button" className="control primary" onClick={() => setAdding(true)}>
              {t("people.accounts.create")}
            </button>
          )}
        </div>
      </header>
      {isError ? (
        <Failed onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting />
      ) : shown.length === 0 ? (
        <p className="empty">{t("people.accounts.none")}</p>
      ) : (
        <AccountTable accounts={shown} of={`${only} ${sought}`} chosen={chosen} onChoose={choose} />
      )}
      <AccountPanel
        account={data?.find(({ id }) => id === chosen) ?? null}
        onClose={() => choose(null)}
        onLink={setLink}
      />
      <NewAccount
        isOpen={isAdding}
        onClose={() => setAdding(false)}
        onMade={(made) => {
          setAdding(false);
          setLink(made.link);
        }}
      />
      <OneTimeLink
        title={t("people.link.title")}
        hint={t("people.link.hint")}
        path={link}
        onDone={() => setLink(null)}
      />
    </>
  );
}
