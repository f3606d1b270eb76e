import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Action, reaches, scopesOf } from "#domain/permission.ts";
import type { ItemDetail } from "#domain/query.ts";
import type { Comment } from "#domain/report/exchange.ts";
import type { Proposal } from "#domain/report/proposal.ts";
import { filesTo } from "#domain/unit.ts";
import { tell } from "../desk/call.ts";
import { type Account, useSeat } from "../desk/seat.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { useRefusal } from "../filing/use-refusal.ts";
import { Say } from "../months/say.tsx";
import { asItIs, fieldsOf, type MasterField } from "./content.ts";
import { fieldWords } from "./field-words.ts";
import type { Names } from "./use-names.ts";

const WHOLE = "whole";

/** True where the account's right reaches the unit. */
function mayAt(action: Action, account: Account | null, unit: string, names: Names): boolean {
  const found = names.units.find(({ id }) => id === unit);
  if (account === null || found === undefined) return false;
  return reaches(scopesOf(action, account), account, { unit, filesTo: filesTo(found) });
}

/** A proposal to be read beside what the ledger says: to be decided, or taken back. Keyed by its id. */
export function ProposalRead(props: { proposal: Proposal; item: ItemDetail | null; names: Names }) {
  const { proposal, item, names } = props;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { message } = App.useApp();
  const { account } = useSeat();
  const cache = useQueryClient();
  const refusal = useRefusal();
  const [said, setSaid] = useState<Record<string, string>>({});
  const { id, edition, content, state, unit, kind } = proposal;
  const mayDecide =
    (state === "submitted" || state === "accepted") && mayAt("report.review", account, unit, names);
  const mayWithdraw = state === "submitted" && mayAt("report.write", account, unit, names);
  const comments: Comment[] = Object.entries(said).flatMap(([field, words]) =>
    words.trim() === "" ? [] : [{ path: field === WHOLE ? [] : [field], words: words.trim() }],
  );
  const step = useMutation({
    mutationFn: async (verb: "accept" | "return" | "withdraw") => {
      if (verb === "return") await tell("proposal", "return", { id, edition, comments });
      else await tell("proposal", verb, { id, edition });
      void message.success(t(`proposals.done.${verb}`));
    },
    onError: refusal,
    onSettled: () => cache.invalidateQueries({ queryKey: ["proposal"] }),
  });
  const fields = fieldsOf(kind).filter((field) => content[field] !== null);
  const say = (field: string, words: string) => setSaid((all) => ({ ...all, [field]: words }));
  const isChinese = (field: MasterField) => field === "title" || field === "figures";
  const spoken = { t, lang, names };
  return (
    <>
      <h3 className="proposal-why">{t("proposals.why")}</h3>
      <p lang="zh-CN">{content.why}</p>
      <div className="table-scroll">
        <table className="read-table">
          <thead>
            <tr>
              <th scope="col">{t("months.review.field")}</th>
              <th scope="col">{t(kind === "new" ? "proposals.proposed" : "proposals.becomes")}</th>
              {item !== null && <th scope="col">{t("proposals.now")}</th>}
              <td />
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field} className={item === null ? undefined : "changed"}>
                <th scope="row">{t(`proposals.field.${field}`)}</th>
                <td>
                  <span lang={isChinese(field) ? "zh-CN" : undefined}>
                    {fieldWords(spoken, field, content) || "—"}
                  </span>
                  {said[field] !== undefined && (
                    <Say
                      label={t("months.review.commentOn", { field: t(`proposals.field.${field}`) })}
                      words={said[field]}
                      onSay={(words) => say(field, words)}
                    />
                  )}
                </td>
                {item !== null && (
                  <td className="before" lang={isChinese(field) ? "zh-CN" : undefined}>
                    {fieldWords(spoken, field, asItIs(item, field)) || "—"}
                  </td>
                )}
                <td>
                  {mayDecide && said[field] === undefined && (
                    <button type="button" className="link" onClick={() => say(field, "")}>
                      {t("months.review.comment")}
                      <span className="visually-hidden">{t(`proposals.field.${field}`)}</span>
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayDecide && (
        <Say label={t("proposals.whole")} words={said[WHOLE] ?? ""} onSay={(words) => say(WHOLE, words)} />
      )}
      {(mayDecide || mayWithdraw) && (
        <footer className="report-bar">
          <span className="meta">{mayDecide && comments.length === 0 && t("months.review.returnNeeds")}</span>
          <div className="report-steps">
            {mayWithdraw && (
              <button
                type="button"
                className="control"
                disabled={step.isPending}
                onClick={() => step.mutate("withdraw")}
              >
                {t("filing.step.withdraw")}
              </button>
            )}
            {mayDecide && (
              <button
                type="button"
                className="control"
                disabled={comments.length === 0 || step.isPending}
                onClick={() => step.mutate("return")}
              >
                {t("months.review.return")}
              </button>
            )}
            {mayDecide && state === "submitted" && (
              <button
                type="button"
                className="control primary"
                disabled={step.isPending}
                onClick={() => step.mutate("accept")}
              >
                {t("months.review.accept")}
              </button>
            )}
          </div>
        </footer>
      )}
    </>
  );
}
