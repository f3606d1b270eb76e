import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { UNIT_ROLES } from "#domain/item.ts";
import { Labelled, useProposalForm } from "./form-context.tsx";
import { Rows } from "./rows.tsx";

const FRESH = { unit: "", role: "responsible" as (typeof UNIT_ROLES)[number], words: "" };

/** Who is responsible, and with whom it is done. */
export function UnitFields() {
  const { t } = useTranslation();
  const { content, set, names } = useProposalForm();
  const options = names.units.map(({ id }) => ({ value: id, label: names.unit(id) }));
  return (
    <Rows
      name="units"
      rows={content.units ?? []}
      fresh={FRESH}
      add={t("proposals.addUnit")}
      called={(n) => t("proposals.unitOf", { n })}
      onChange={(units) => set({ units })}
    >
      {({ unit, role }, put, place) => (
        <>
          <Labelled path={["units", place, "unit"]} label={t("proposals.unit")}>
            {(control) => (
              <Select
                {...control}
                className="field-select"
                showSearch={{ optionFilterProp: "label" }}
                options={options}
                value={unit === "" ? null : unit}
                // A unit is named by its own name unless the record words it otherwise.
                onChange={(chosen: string) => put({ unit: chosen, words: "" })}
              />
            )}
          </Labelled>
          <Labelled path={["units", place, "role"]} label={t("proposals.roleOf")}>
            {(control) => (
              <select
                {...control}
                className="entry"
                value={role}
                onChange={({ target }) =>
                  put({ role: UNIT_ROLES.find((one) => one === target.value) ?? "responsible" })
                }
              >
                {UNIT_ROLES.map((one) => (
                  <option key={one} value={one}>
                    {t(`proposals.role.${one}`)}
                  </option>
                ))}
              </select>
            )}
          </Labelled>
        </>
      )}
    </Rows>
  );
}
