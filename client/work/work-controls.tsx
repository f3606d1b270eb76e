/** Controls of a record's form, each with its label and what is wrong there. */
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { WorkFault } from "./face.ts";
import { useUnitOptions } from "./unit-options.ts";
import type { WorkNames } from "./use-work-names.ts";
import { WorkField } from "./work-field.tsx";

type Shared<Value> = {
  path: readonly (string | number)[];
  label: string;
  faults: readonly WorkFault[];
  isWide?: boolean;
  value: Value;
  onChange: (value: Value) => void;
};

/** @param rows of text; one line where there are none */
export function WorkText(props: Shared<string> & { most: number; rows?: number }) {
  const { value, onChange, most, rows, ...field } = props;
  const entry = {
    className: "entry",
    maxLength: most,
    value,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  return (
    <WorkField {...field}>
      {(control) =>
        rows === undefined ? (
          <input {...control} {...entry} />
        ) : (
          <textarea {...control} {...entry} rows={rows} />
        )
      }
    </WorkField>
  );
}

export function WorkDay({ value, onChange, ...field }: Shared<string | null>) {
  return (
    <WorkField {...field}>
      {(control) => (
        <input
          {...control}
          className="entry work-day"
          type="date"
          min="1949-10-01"
          max="2100-12-31"
          value={value ?? ""}
          onChange={({ target }) => onChange(target.value || null)}
        />
      )}
    </WorkField>
  );
}

/** One unit, or none. */
export function WorkUnit({ names, ...props }: Shared<string | null> & { names: WorkNames }) {
  const { t } = useTranslation();
  return <WorkPick {...props} none={t("work.nobody")} options={useUnitOptions(names.units)} />;
}

/** One of many, found by typing, or none. */
export function WorkPick(
  props: Shared<string | null> & { none: string; options: { value: string; label: string }[] },
) {
  const { value, onChange, none, options, ...field } = props;
  return (
    <WorkField {...field}>
      {(control) => (
        <Select
          {...control}
          className="field-select"
          showSearch={{ optionFilterProp: "label" }}
          allowClear
          placeholder={none}
          options={options}
          value={value}
          onChange={(chosen: string | undefined) => onChange(chosen ?? null)}
        />
      )}
    </WorkField>
  );
}

/** One of what there is. @param none what is said of none of them; left out where one has to be chosen */
export function WorkChoice(
  props: Shared<string | null> & { none?: string; options: readonly { value: string; label: string }[] },
) {
  const { value, onChange, none, options, ...field } = props;
  return (
    <WorkField {...field}>
      {(control) => (
        <select
          {...control}
          className="entry"
          value={value ?? ""}
          onChange={({ target }) => onChange(target.value || null)}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      )}
    </WorkField>
  );
}

/** Several units, or none. @param none what none of them means */
export function WorkUnits({
  names,
  none,
  ...props
}: Omit<Parameters<typeof WorkChoices>[0], "none" | "options"> & { names: WorkNames; none?: string }) {
  const { t } = useTranslation();
  return <WorkChoices {...props} none={none ?? t("work.nobody")} options={useUnitOptions(names.units)} />;
}

/** Several of what there is, or none. */
export function WorkChoices(
  props: Shared<string[]> & { none: string; options: { value: string; label: string }[] },
) {
  const { value, onChange, none, options, ...field } = props;
  return (
    <WorkField {...field}>
      {(control) => (
        <Select
          {...control}
          className="field-select"
          mode="multiple"
          showSearch={{ optionFilterProp: "label" }}
          placeholder={none}
          options={options}
          value={value}
          onChange={(chosen: string[]) => onChange(chosen)}
        />
      )}
    </WorkField>
  );
}
