import type { TFunction } from "i18next";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Account } from "#domain/people/account.ts";
import { Pages, usePages } from "../desk/pages.tsx";
import { momentOf } from "./moment.ts";
import { useUnitName } from "./use-unit-name.ts";

export const AccountTable = memo(function AccountTable(props: {
  accounts: readonly Account[];
  /** What they were selected by: other ones are another list. */
  of: string;
  chosen: string | null;
  onChoose: (id: string) => void;
}) {
  const { t } = useTranslation();
  const unitName = useUnitName();
  const { shown, pages } = usePages(props.accounts, props.of);
  const heads = ["account", "unit", "roles", "state", "factor", "used"] as const;
  return (
    <div className="table-wrap">
      <table className="table folding">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`people.accounts.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((account) => (
            <Row
              key={account.id}
              account={account}
              unit={unitName(account.unit)}
              isChosen={account.id === props.chosen}
              onChoose={props.onChoose}
              t={t}
            />
          ))}
        </tbody>
      </table>
      <Pages {...pages} />
    </div>
  );
});

/** Drawn once, however often the list around it is. */
const Row = memo(function Row(props: {
  account: Account;
  unit: string;
  isChosen: boolean;
  onChoose: (id: string) => void;
  t: TFunction;
}) {
  const { account, unit, isChosen, onChoose, t } = props;
  return (
    <tr className={isChosen ? "chosen" : ""}>
      <td className="nowrap">
        <button
          type="button"
          className="link name"
          aria-label={t("people.accounts.open", { name: account.name })}
          onClick={() => onChoose(account.id)}
        >
          {account.name}
        </button>
      </td>
      <td data-label={t("people.accounts.unit")}>{unit}</td>
      <td data-label={t("people.accounts.roles")}>
        {account.roles.map((role) => t(`desk.role.${role}`)).join(" · ")}
      </td>
      <td data-label={t("people.accounts.state")}>
        <AccountState account={account} />
      </td>
      <td data-label={t("people.accounts.factor")}>
        {t(account.hasSecondFactor ? "people.accounts.on" : "people.accounts.off")}
      </td>
      <td className="nowrap" data-label={t("people.accounts.used")}>
        {account.usedAt === null ? t("people.accounts.never") : momentOf(account.usedAt)}{" "}
        {account.unused && <span className="mark-word dashed">{t("people.accounts.unused")}</span>}
      </td>
    </tr>
  );
});

/** Whether one can sign in, in a word. */
export function AccountState({ account }: { account: Account }) {
  const { t } = useTranslation();
  if (account.state === "locked")
    return <span className="mark-word strong">{t("people.accounts.locked")}</span>;
  if (account.blockedUntil !== null)
    return (
      <span className="mark-word">
        {t("people.accounts.blocked", { time: momentOf(account.blockedUntil) })}
      </span>
    );
  if (!account.hasPassword && account.identity === null)
    return <span className="mark-word dashed">{t("people.accounts.waiting")}</span>;
  return t("people.accounts.active");
}
