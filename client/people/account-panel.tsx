import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import type { Account } from "#domain/people/account.ts";
import { useSeat } from "../desk/seat.ts";
import { useMay } from "../desk/use-may.ts";
import { AccountSessions } from "./account-sessions.tsx";
import { AccountState } from "./account-table.tsx";
import { AccountWays } from "./account-ways.tsx";
import { Fact } from "./fact.tsx";
import { GrantForm } from "./grant-form.tsx";
import { momentOf } from "./moment.ts";
import { useUnitName } from "./use-unit-name.ts";

/** One account: what everyone who lists accounts sees, and what the security administrator does to it. */
export function AccountPanel(props: {
  account: Account | null;
  onClose: () => void;
  onLink: (path: string) => void;
}) {
  const { account, onClose, onLink } = props;
  const { t } = useTranslation();
  return (
    <Drawer
      open={account !== null}
      title={account?.name}
      onClose={onClose}
      size={480}
      className="account-panel"
      destroyOnHidden
    >
      {account && <Body key={account.id} account={account} onLink={onLink} />}
      <span className="visually-hidden">{t("people.accounts.account")}</span>
    </Drawer>
  );
}

function Body({ account, onLink }: { account: Account; onLink: (path: string) => void }) {
  const { t } = useTranslation();
  const me = useSeat().account;
  const unitName = useUnitName();
  const isOwn = me?.id === account.id;
  const mayGrant = useMay("account.grant") && !isOwn;
  return (
    <>
      <p>
        <AccountState account={account} />{" "}
        <span className="meta">{t("people.accounts.created", { time: momentOf(account.createdAt) })}</span>
      </p>
      {!mayGrant && (
        <Fact label={t("people.accounts.rights")}>
          <p>{account.roles.map((role) => t(`desk.role.${role}`)).join(" · ")}</p>
          <p>{unitName(account.unit)}</p>
          <p className="meta">{t(isOwn ? "people.accounts.own" : "people.accounts.rightsBySecurity")}</p>
        </Fact>
      )}
      {mayGrant && (
        <>
          <Fact label={t("people.accounts.rights")}>
            <GrantForm account={account} />
          </Fact>
          <Fact label={t("people.accounts.signInWith")}>
            <AccountWays account={account} onLink={onLink} />
          </Fact>
          <Fact label={t("people.accounts.sessions")}>
            <AccountSessions id={account.id} />
          </Fact>
        </>
      )}
    </>
  );
}
