import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FILING_STATES, type FilingState, type UnitMonth } from "#domain/report/period.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { ReminderMark } from "../filing/reminder-mark.tsx";

const COUNTS = ["items", "handedIn", "returned", "accepted", "published"] as const;

/** All filing units of a month, by how far they are. */
export function StatusTable({ units }: { units: readonly UnitMonth[] }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const [only, setOnly] = useState<FilingState | null>(null);
  const count = (state: FilingState) => units.filter((unit) => unit.state === state).length;
  return (
    <>
      <div className="unit-chips">
        <button type="button" className="control" aria-pressed={only === null} onClick={() => setOnly(null)}>
          {t("months.status.all", { count: units.length })}
        </button>
        {FILING_STATES.filter((state) => count(state) > 0).map((state) => (
          <button
            key={state}
            type="button"
            className="control"
            aria-pressed={only === state}
            onClick={() => setOnly(only === state ? null : state)}
          >
            {t(`months.status.states.${state}`)} {count(state)}
          </button>
        ))}
      </div>
      <div className="table-scroll">
        <table className="plain-table status-table">
          <caption className="visually-hidden">{t("months.status.table")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("months.status.unit")}</th>
              <th scope="col">{t("months.status.state")}</th>
              <th scope="col">{t("months.status.reminder")}</th>
              {COUNTS.map((name) => (
                <th key={name} scope="col" className="number">
                  {t(`months.status.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units
              .filter(({ state }) => only === null || state === only)
              .map((unit) => (
                <tr key={unit.unit}>
                  <th scope="row">{lang === "en" ? unit.nameEn : unit.name}</th>
                  <td>{t(`months.status.states.${unit.state}`)}</td>
                  <td>{unit.reminder !== null && <ReminderMark reminder={unit.reminder} />}</td>
                  {COUNTS.map((name) => (
                    <td key={name} className="number">
                      {unit[name]}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
