import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { filesTo, type Unit } from "#domain/unit.ts";
import { answerTo } from "../desk/call.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { NewUnitDialog } from "./new-unit.tsx";
import "./people.css";

/** /desk/units: who files, to whom, and by which accounts. */
export function Page() {
  const { t } = useTranslation();
  const units = useQuery(answerTo("unit", "list", undefined));
  const reporters = useReporters();
  const [isAdding, setAdding] = useState(false);
  const filing = units.data?.filter(({ files }) => files) ?? [];
  const without = reporters && filing.filter(({ id }) => !reporters.has(id)).length;
  return (
    <>
      <header className="page-head">
        <h1>{t("desk.place.units")}</h1>
        {units.data && (
          <span className="meta">
            {t("people.units.count", { count: filing.length })}
            {without !== undefined && ` · ${t("people.units.countNobody", { count: without })}`}
          </span>
        )}
        <div className="page-head-end">
          <button type="button" className="control primary" onClick={() => setAdding(true)}>
            {t("people.units.add")}
          </button>
        </div>
      </header>
      {units.isError ? (
        <Failed onRetry={() => void units.refetch()} />
      ) : units.data === undefined ? (
        <Waiting />
      ) : (
        <>
          <UnitTable units={filing} all={units.data} reporters={reporters} />
          <details className="others">
            <summary>{t("people.units.others")}</summary>
            <p className="page-lead">{t("people.units.othersHint")}</p>
            <UnitTable units={units.data.filter(({ files }) => !files)} all={units.data} reporters={null} />
          </details>
        </>
      )}
      <NewUnitDialog isOpen={isAdding} units={units.data ?? []} onClose={() => setAdding(false)} />
    </>
  );
}

/** Names of those who file, by unit; undefined until they are here. */
function useReporters(): Map<string, string[]> | undefined {
  const { data } = useQuery(answerTo("account", "list", undefined));
  if (data === undefined) return undefined;
  const names = new Map<string, string[]>();
  for (const { name, unit, roles, state } of data) {
    if (unit === null || state === "locked" || !roles.includes("reporter")) continue;
    names.set(unit, [...(names.get(unit) ?? []), name]);
  }
  return names;
}

function UnitTable(props: {
  units: readonly Unit[];
  all: readonly Unit[];
  /** Null leaves the columns of filing away. */
  reporters: Map<string, string[]> | undefined | null;
}) {
  const { units, all, reporters } = props;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const nameOf = (id: string | null) => {
    const unit = all.find((one) => one.id === id);
    return unit === undefined ? "" : lang === "en" ? unit.nameEn : unit.short;
  };
  return (
    <div className="table-wrap">
      <table className="table folding">
        <thead>
          <tr>
            <th scope="col">{t("people.units.unit")}</th>
            <th scope="col">{t("people.units.kind")}</th>
            {reporters !== null && <th scope="col">{t("people.units.filesTo")}</th>}
            {reporters !== null && <th scope="col">{t("people.units.accounts")}</th>}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.id}>
              <td className="name">{lang === "en" ? unit.nameEn : unit.name}</td>
              <td className="nowrap" data-label={t("people.units.kind")}>
                {t(`people.units.kinds.${unit.kind}`)}
              </td>
              {reporters !== null && (
                <td className="nowrap" data-label={t("people.units.filesTo")}>
                  {nameOf(filesTo(unit))}
                </td>
              )}
              {reporters !== null && (
                <td data-label={t("people.units.accounts")}>
                  <Names names={reporters === undefined ? undefined : (reporters.get(unit.id) ?? [])} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Names({ names }: { names: readonly string[] | undefined }) {
  const { t } = useTranslation();
  if (names === undefined) return "…";
  if (names.length === 0) return <span className="mark-word dashed">{t("people.units.nobody")}</span>;
  return names.join("、");
}
