import { useTranslation } from "react-i18next";
import { DayControl, LineControl } from "./controls.tsx";
import { fieldId } from "./faults.ts";
import { useForm } from "./form-context.tsx";
import { milestonesBefore, milestonesGone } from "./milestones-before.ts";

const MOST = 40;
const NEW = { name: "", plannedOn: null, actualOn: null };

/** Focus goes where the next key belongs, once the row is drawn. */
const focusSoon = (id: string): void => {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
};

export function MilestoneFields() {
  const { t } = useTranslation();
  const { draft, previous, set, isReadOnly } = useForm();
  const { milestones } = draft;
  const before = previous === null ? [] : milestonesBefore(draft, previous);
  const gone = previous === null ? [] : milestonesGone(draft, previous);
  const add = () => {
    set(["milestones"], [...milestones, NEW]);
    focusSoon(fieldId(["milestones", milestones.length, "name"]));
  };
  const remove = (place: number) => {
    set(["milestones"], milestones.toSpliced(place, 1));
    focusSoon("add-milestone");
  };
  const rows = milestones.map((_, place) => ({ place, key: `row-${place}`, was: before[place] ?? null }));
  return (
    <div className="wide">
      {milestones.length === 0 ? (
        <p className="meta">{t("filing.milestone.none")}</p>
      ) : (
        <table className="entry-table milestones">
          <caption className="visually-hidden">{t("filing.section.milestones")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("filing.milestone.name")}</th>
              <th scope="col">{t("filing.milestone.plannedOn")}</th>
              <th scope="col">{t("filing.milestone.actualOn")}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ place, key, was }) => (
              <tr key={key}>
                <td>
                  <LineControl
                    path={["milestones", place, "name"]}
                    before={was === null ? null : ["milestones", was, "name"]}
                    label={t("filing.milestone.nameOf", { n: place + 1 })}
                    most={200}
                    isLabelHidden
                  />
                  {previous !== null && was === null && <p className="field-was">{t("filing.notBefore")}</p>}
                </td>
                {(["plannedOn", "actualOn"] as const).map((kind) => (
                  <td key={kind}>
                    <DayControl
                      path={["milestones", place, kind]}
                      before={was === null ? null : ["milestones", was, kind]}
                      label={t(`filing.milestone.${kind}Of`, { n: place + 1 })}
                      isLabelHidden
                    />
                  </td>
                ))}
                <td>
                  {!isReadOnly && (
                    <button type="button" className="link row-end" onClick={() => remove(place)}>
                      {t("filing.remove")}
                      <span className="visually-hidden">
                        {t("filing.milestone.nameOf", { n: place + 1 })}
                      </span>
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {gone.map(({ name, plannedOn, actualOn }) => (
        <p key={`${name} ${plannedOn}`} className="field-was">
          {t("filing.milestone.gone", {
            line: t("filing.milestone.line", { name, planned: plannedOn ?? "—", actual: actualOn ?? "—" }),
          })}
        </p>
      ))}
      {!isReadOnly && milestones.length < MOST && (
        <button type="button" id="add-milestone" className="link" onClick={add}>
          {t("filing.milestone.add")}
        </button>
      )}
    </div>
  );
}
