import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { type Action, reaches, scopesOf } from "#domain/permission.ts";
import type { ItemDetail } from "#domain/query.ts";
import type { Proposal } from "#domain/report/proposal.ts";
import { filesTo } from "#domain/unit.ts";
import { tell } from "../desk/call.ts";
import { type Account, useSeat } from "../desk/seat.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { useRefusal } from "../filing/use-refusal.ts";
import { DecideBar, Remark, RemarkButton, RemarkOnWhole, useRemarks } from "../months/decide.tsx";
import { asItIs, fieldsOf, type MasterField } from "./content.ts";
import { fieldWords } from "./field-words.ts";
import type { Names } from "./use-names.ts";

const pathOf = (name: string) => [name];

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
  const remarks = useRemarks(pathOf);
  const { comments } = remarks;
  const { id, edition, content, state, unit, kind } = proposal;
  const mayDecide =
    (state === "submitted" || state === "accepted") && mayAt("report.review", account, unit, names);
  const mayWithdraw = state === "submitted" && mayAt("report.write", account, unit, names);
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
  const isChinese = (field: MasterField) => field === "title" || field === "figures";
  const spoken = { t, lang, names };
  const remarkAt = (field: MasterField) => ({ name: field, label: t(`proposals.field.${field}`), remarks });
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
                  <Remark {...remarkAt(field)} />
                </td>
                {item !== null && (
                  <td className="before" lang={isChinese(field) ? "zh-CN" : undefined}>
                    {fieldWords(spoken, field, asItIs(item, field)) || "—"}
                  </td>
                )}
                <td>{mayDecide && <RemarkButton {...remarkAt(field)} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayDecide && <RemarkOnWhole label={t("proposals.whole")} remarks={remarks} />}
      <DecideBar
        {...{ state, remarks, mayDecide, mayWithdraw }}
        isPending={step.isPending}
        onStep={(verb) => step.mutate(verb)}
      />
    </>
  );
}
