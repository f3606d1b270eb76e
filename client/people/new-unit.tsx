import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Modal, Select } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type NewUnit, zNewUnit } from "#domain/people/new-unit.ts";
import type { Unit } from "#domain/unit.ts";
import { answerTo, tell } from "../desk/call.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { FieldNote, FormProblem, TextField } from "./field.tsx";
import { useProblem } from "./problem.ts";

type Asked = { isOpen: boolean; units: readonly Unit[]; onClose: () => void };

/** A banner or county, or a department that the document does not name. */
export function NewUnitDialog({ isOpen, units, onClose }: Asked) {
  const { t } = useTranslation();
  return (
    <Modal
      open={isOpen}
      title={t("people.units.add")}
      footer={null}
      width={440}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form units={units} onClose={onClose} />
    </Modal>
  );
}

const EMPTY = { region: "", name: "", short: "", nameEn: "" };

function Form({ units, onClose }: Omit<Asked, "isOpen">) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const problem = useProblem();
  const cache = useQueryClient();
  const [kind, setKind] = useState<NewUnit["kind"]>("county");
  const [typed, setTyped] = useState(EMPTY);
  const [isAsked, setAsked] = useState(false);
  const asked = zNewUnit.safeParse(
    kind === "county"
      ? { kind, region: typed.region }
      : { kind, name: typed.name, short: typed.short, nameEn: typed.nameEn },
  );
  const add = useMutation({
    mutationFn: (unit: NewUnit) => tell("unit", "add", unit),
    onSuccess: ({ name }) => {
      void cache.invalidateQueries({ queryKey: ["unit"] });
      void message.success(t("people.units.added", { name }));
      onClose();
    },
  });
  const errorAt = (field: keyof typeof EMPTY) =>
    isAsked && asked.error?.issues.some(({ path }) => path[0] === field)
      ? t("people.problem.required")
      : undefined;
  const put = (field: keyof typeof EMPTY) => (value: string) => setTyped({ ...typed, [field]: value });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (asked.success) add.mutate(asked.data);
      }}
    >
      <fieldset className="choice">
        <legend>{t("people.units.kind")}</legend>
        {(["county", "department"] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
            {t(one === "county" ? "people.units.addCounty" : "people.units.addDepartment")}
          </label>
        ))}
      </fieldset>
      <p className="meta">
        {t(kind === "county" ? "people.units.countyHint" : "people.units.departmentHint")}
      </p>
      {kind === "county" ? (
        <CountyField units={units} value={typed.region} onChange={put("region")} error={errorAt("region")} />
      ) : (
        (["name", "short", "nameEn"] as const).map((field) => (
          <TextField
            key={field}
            label={t(field === "name" ? "people.units.fullName" : `people.units.${field}`)}
            value={typed[field]}
            onChange={put(field)}
            error={errorAt(field)}
            autoComplete="off"
          />
        ))
      )}
      <FormProblem>{problem(add.error, { CONFLICT: "taken" })}</FormProblem>
      <div className="form-buttons">
        <button type="submit" className="control primary" disabled={add.isPending}>
          {t("people.units.add")}
        </button>
        <button type="button" className="control" onClick={onClose}>
          {t("people.cancel")}
        </button>
      </div>
    </form>
  );
}

function CountyField(props: {
  units: readonly Unit[];
  value: string;
  onChange: (code: string) => void;
  error: string | undefined;
}) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const id = useId();
  const regions = useQuery(answerTo("region", "list", undefined));
  const taken = new Set(props.units.flatMap(({ kind, region }) => (kind === "county" ? [region] : [])));
  const nameOf = (one: { name: string; nameEn: string }) => (lang === "en" ? one.nameEn : one.name);
  const leagues = new Map(regions.data?.map((region) => [region.code, nameOf(region)]));
  const options = (regions.data ?? [])
    .filter(({ level, code }) => level === "county" && !taken.has(code))
    .map((region) => ({
      value: region.code,
      label: `${nameOf(region)} · ${leagues.get(`${region.code.slice(0, 4)}00`) ?? ""}`,
    }));
  return (
    <div className="field">
      <label htmlFor={id}>{t("people.units.county")}</label>
      <Select
        id={id}
        className="field-select"
        showSearch={{ optionFilterProp: "label" }}
        options={options}
        loading={regions.isPending}
        placeholder={t("people.units.choose")}
        value={props.value === "" ? null : props.value}
        onChange={(code: string) => props.onChange(code)}
        aria-describedby={`${id}-note`}
      />
      <FieldNote id={`${id}-note`} error={props.error} />
    </div>
  );
}
