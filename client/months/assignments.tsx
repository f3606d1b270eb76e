import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Assignment } from "#domain/report/assign.ts";
import type { Unit } from "#domain/unit.ts";
import { answerTo } from "../desk/call.ts";
import { Pages, usePages } from "../desk/pages.tsx";
import { Failed, Waiting } from "../desk/states.tsx";
import { AssignedRow } from "./assigned-row.tsx";
import { assignable } from "./every-item.ts";
import "../filing/entry.css";
import "../filing/filing.css";
import "./months.css";

const NOBODY: readonly Assignment[] = [];

/** Who files, by item. */
const leadsFirst = (assigned: readonly Assignment[]): Map<string, Assignment[]> =>
  Map.groupBy(
    assigned.toSorted((one, other) => Number(other.lead) - Number(one.lead)),
    ({ item }) => item,
  );

/** Which units file for which item; the first named leads. */
export function Page() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const items = useQuery(assignable);
  const assigned = useQuery(answerTo("assignment", "list", {}));
  const units = useQuery(answerTo("unit", "list", undefined));
  const all = [items, assigned, units];
  const filing = useMemo(() => (units.data ?? []).filter(({ files }) => files), [units.data]);
  const byItem = useMemo(() => leadsFirst(assigned.data ?? []), [assigned.data]);
  if (items.data === undefined || assigned.data === undefined || units.data === undefined) {
    if (!all.some(({ isError }) => isError)) return <Waiting />;
    return (
      <Failed
        onRetry={() => {
          for (const one of all) void one.refetch();
        }}
      />
    );
  }
  const nameOf = (id: string) => filing.find((unit) => unit.id === id)?.name ?? id;
  const matches = (title: string, id: string, own: readonly Assignment[]) =>
    search === "" ||
    title.includes(search) ||
    id.toLowerCase().includes(search.toLowerCase()) ||
    own.some(({ unit }) => nameOf(unit).includes(search));
  const shown = items.data.filter(({ id, title }) => matches(title, id, byItem.get(id) ?? []));
  return (
    <div className="filing">
      <header className="month-head">
        <h1>{t("months.assign.title")}</h1>
        <label className="month-acts">
          <span className="visually-hidden">{t("months.assign.search")}</span>
          <input
            className="entry"
            type="search"
            placeholder={t("months.assign.search")}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
      </header>
      {shown.length === 0 ? (
        <div className="state">
          <p>{t("months.assign.none")}</p>
          <button type="button" className="control" onClick={() => setTyped("")}>
            {t("months.assign.clear")}
          </button>
        </div>
      ) : (
        <Table rows={shown} of={search} byItem={byItem} filing={filing} />
      )}
    </div>
  );
}

function Table(props: {
  rows: readonly { id: string; title: string }[];
  of: string;
  byItem: ReadonlyMap<string, Assignment[]>;
  filing: readonly Unit[];
}) {
  const { rows, of, byItem, filing } = props;
  const { t } = useTranslation();
  const { shown, pages } = usePages(rows, of);
  return (
    <>
      <table className="plain-table assigned">
        <thead>
          <tr>
            <th scope="col">{t("months.assign.item")}</th>
            <th scope="col">{t("months.assign.units")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, title }) => (
            <AssignedRow key={id} item={id} title={title} units={byItem.get(id) ?? NOBODY} filing={filing} />
          ))}
        </tbody>
      </table>
      <Pages {...pages} />
    </>
  );
}
