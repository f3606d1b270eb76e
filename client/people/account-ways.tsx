import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Account } from "#domain/people/account.ts";
import { tell } from "../desk/call.ts";
import { useProblem } from "./problem.ts";
import { TieForm } from "./tie-form.tsx";

type Deed = "resetPassword" | "resetSecondFactor" | "lock" | "unlock" | "untie";

/** What the security administrator does to how an account signs in; each is asked for once more. */
export function AccountWays({ account, onLink }: { account: Account; onLink: (path: string) => void }) {
  const { id, name, identity } = account;
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const problem = useProblem();
  const cache = useQueryClient();
  const [isTying, setTying] = useState(false);
  const deed = useMutation({
    mutationFn: async (what: Deed): Promise<string | undefined> => {
      if (what === "resetPassword") {
        onLink((await tell("account", "resetPassword", { id })).link);
        return undefined;
      }
      if (what === "untie") await tell("account", "tie", { id, identity: null });
      else await tell("account", what, { id });
      return {
        resetSecondFactor: t("people.accounts.factorReset"),
        lock: t("people.accounts.lockDone", { name }),
        unlock: t("people.accounts.unlockDone", { name }),
        untie: t("people.accounts.untied"),
      }[what];
    },
    onSuccess: (said) => said && void message.success(said),
    onError: (error) => void message.error(problem(error)),
    onSettled: () => cache.invalidateQueries({ queryKey: ["account"] }),
  });
  const askFirst = (what: Deed, title: string, content: string) =>
    void modal.confirm({
      title,
      content,
      okText: title,
      icon: null,
      onOk: () => deed.mutateAsync(what).catch(() => {}),
    });
  const isShut = account.state === "locked" || account.blockedUntil !== null;
  const button = (word: string, onClick: () => void) => (
    <button type="button" className="control" disabled={deed.isPending} onClick={onClick}>
      {word}
    </button>
  );
  const words = {
    reset: t("people.accounts.resetPassword"),
    factor: t("people.accounts.resetFactor"),
    lock: t("people.accounts.lock"),
    untie: t("people.accounts.untie"),
  };
  return (
    <>
      <p className="fact-line">
        {identity === null
          ? t("people.accounts.passwordWay")
          : t("people.accounts.tiedTo", { way: identity.way.toUpperCase(), subject: identity.subject })}
      </p>
      <div className="form-buttons">
        {isShut &&
          button(t(account.state === "locked" ? "people.accounts.unlock" : "people.accounts.unblock"), () =>
            deed.mutate("unlock"),
          )}
        {identity === null &&
          account.state === "active" &&
          button(words.reset, () =>
            askFirst("resetPassword", words.reset, t("people.accounts.resetPasswordAsk", { name })),
          )}
        {account.hasSecondFactor &&
          button(words.factor, () =>
            askFirst("resetSecondFactor", words.factor, t("people.accounts.resetFactorAsk", { name })),
          )}
        {identity !== null &&
          button(words.untie, () => askFirst("untie", words.untie, t("people.accounts.untieAsk", { name })))}
        {identity === null && !isTying && button(t("people.accounts.tie"), () => setTying(true))}
        {account.state === "active" &&
          button(words.lock, () => askFirst("lock", words.lock, t("people.accounts.lockAsk", { name })))}
      </div>
      {isTying && <TieForm id={id} onClose={() => setTying(false)} />}
    </>
  );
}
