import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { nameIn } from "#domain/look/words.ts";
import { OFFICE_UNIT, type Unit } from "#domain/unit.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";

/** Units that work can be given to: those that file, and the office itself. */
export const choosable = (units: readonly Unit[]): Unit[] =>
  units.filter(({ id, files }) => files || id === OFFICE_UNIT);

type Control = { id: string; "aria-invalid": true | undefined; "aria-describedby": string | undefined };

/** One unit, or none. */
export function UnitChoice(props: {
  control: Control;
  units: readonly Unit[];
  value: string | null;
  onChange: (unit: string | null) => void;
}) {
  const { control, units, value, onChange } = props;
  const { t } = useTranslation();
  const options = useOptions(units);
  return (
    <Select
      {...control}
      className="field-select"
      showSearch={{ optionFilterProp: "label" }}
      allowClear
      placeholder={t("work.nobody")}
      options={options}
      value={value}
      onChange={(unit: string | undefined) => onChange(unit ?? null)}
    />
  );
}

/** Several units, or none. */
export function UnitChoices(props: {
  control: Control;
  units: readonly Unit[];
  value: readonly string[];
  onChange: (units: string[]) => void;
}) {
  const { control, units, value, onChange } = props;
  const { t } = useTranslation();
  const options = useOptions(units);
  return (
    <Select
      {...control}
      className="field-select"
      mode="multiple"
      showSearch={{ optionFilterProp: "label" }}
      placeholder={t("work.nobody")}
      options={options}
      value={[...value]}
      onChange={(chosen: string[]) => onChange(chosen)}
    />
  );
}

function useOptions(units: readonly Unit[]) {
  const { lang } = useDeskLook();
  return choosable(units).map((unit) => ({ value: unit.id, label: nameIn(lang, unit) }));
}
