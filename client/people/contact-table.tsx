import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import type { Contact } from "#domain/people/contact.ts";
import { tell } from "../desk/call.ts";
import { useProblem } from "./problem.ts";
import { useUnitName } from "./use-unit-name.ts";

export function ContactTable(props: { contacts: readonly Contact[]; onEdit: (contact: Contact) => void }) {
  const { t } = useTranslation();
  const unitName = useUnitName();
  return (
    <div className="table-wrap">
      <table className="table folding">
        <thead>
          <tr>
            <th scope="col">{t("people.contacts.name")}</th>
            <th scope="col">{t("people.contacts.unit")}</th>
            <th scope="col">{t("people.contacts.duty")}</th>
            <th scope="col">{t("people.contacts.telephone")}</th>
            <th scope="col">
              <span className="visually-hidden">{t("people.contacts.edit")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.contacts.map((contact) => (
            <tr key={contact.id}>
              <td className="name">{contact.name}</td>
              <td data-label={t("people.contacts.unit")}>{unitName(contact.unit)}</td>
              <td data-label={t("people.contacts.duty")}>
                <Said>{contact.duty}</Said>
              </td>
              <td className="nowrap" data-label={t("people.contacts.telephone")}>
                <Said>{contact.telephone}</Said>
              </td>
              <td className="cell-end">
                {contact.mayEdit && <Deeds contact={contact} onEdit={() => props.onEdit(contact)} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Said({ children }: { children: string }) {
  const { t } = useTranslation();
  return children === "" ? <span className="meta">{t("people.contacts.unsaid")}</span> : children;
}

function Deeds({ contact, onEdit }: { contact: Contact; onEdit: () => void }) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const problem = useProblem();
  const cache = useQueryClient();
  const { id, name } = contact;
  const erase = useMutation({
    mutationFn: () => tell("contact", "erase", { id }),
    onSuccess: () => void message.success(t("people.contacts.erased")),
    onError: (error) => void message.error(problem(error)),
    onSettled: () => cache.invalidateQueries({ queryKey: ["contact"] }),
  });
  const askFirst = () =>
    void modal.confirm({
      title: t("people.contacts.eraseName", { name }),
      content: t("people.contacts.eraseAsk", { name }),
      okText: t("people.contacts.erase"),
      icon: null,
      onOk: () => erase.mutateAsync().catch(() => {}),
    });
  return (
    <span className="links">
      <button
        type="button"
        className="link"
        aria-label={t("people.contacts.editName", { name })}
        onClick={onEdit}
      >
        {t("people.contacts.edit")}
      </button>
      <button
        type="button"
        className="link"
        aria-label={t("people.contacts.eraseName", { name })}
        onClick={askFirst}
      >
        {t("people.contacts.erase")}
      </button>
    </span>
  );
}
