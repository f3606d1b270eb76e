import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { foldName } from "#domain/people/account.ts";
import type { Contact } from "#domain/people/contact.ts";
import { answerTo } from "../desk/call.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { usePageSearch } from "../filing/use-page-search.ts";
import { ContactDialog } from "./contact-dialog.tsx";
import { ContactTable } from "./contact-table.tsx";
import { useUnitName } from "./use-unit-name.ts";
import "./people.css";

/** /desk/contacts: whom each unit is reached by. Who is looked for stands in the address. */
export function Page() {
  const { t } = useTranslation();
  const { data, isError, refetch } = useQuery(answerTo("contact", "list", undefined));
  const units = useQuery(answerTo("unit", "list", undefined));
  const unitName = useUnitName();
  const [{ q = "" }, show] = usePageSearch(["q"]);
  const [open, setOpen] = useState<Contact | "new" | null>(null);
  const sought = foldName(q);
  const found = data?.contacts.filter(({ unit, name, duty }) =>
    [unitName(unit), name, duty].some((text) => foldName(text).includes(sought)),
  );
  const reached = new Set(data?.contacts.map(({ unit }) => unit));
  const without = units.data?.filter(({ id, files }) => files && !reached.has(id)).length ?? 0;
  return (
    <>
      <header className="page-head">
        <h1>{t("desk.place.contacts")}</h1>
        {found && (
          <span className="meta" role="status">
            {t("people.contacts.count", { count: found.length })}
            {without > 0 && q === "" && ` · ${t("people.contacts.without", { count: without })}`}
          </span>
        )}
        <div className="page-head-end">
          <div className="field find">
            <input
              type="search"
              aria-label={t("people.contacts.find")}
              placeholder={t("people.contacts.find")}
              defaultValue={q}
              onChange={({ target }) => show({ q: target.value === "" ? null : target.value })}
            />
          </div>
          {data !== undefined && data.mine.length > 0 && (
            <button type="button" className="control primary" onClick={() => setOpen("new")}>
              {t("people.contacts.add")}
            </button>
          )}
        </div>
      </header>
      <p className="page-lead">{t("people.contacts.hint")}</p>
      {isError ? (
        <Failed onRetry={() => void refetch()} />
      ) : found === undefined ? (
        <Waiting />
      ) : found.length === 0 ? (
        <p className="empty">{t(q === "" ? "people.contacts.none" : "people.contacts.noneFound")}</p>
      ) : (
        <ContactTable contacts={found} onEdit={setOpen} />
      )}
      <ContactDialog open={open} mine={data?.mine ?? []} onClose={() => setOpen(null)} />
    </>
  );
}
