import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Finding, zFinding } from "#domain/work/inspection.ts";
import { NumberInput } from "../../proposals/number-input.tsx";
import type { WorkFault } from "../face.ts";
import type { WorkNames } from "../use-work-names.ts";
import { WorkPick } from "../work-controls.tsx";
import { WorkField } from "../work-field.tsx";

type Typed = [lon: number | null, lat: number | null];

/** Where a finding is: its region, and the place in it by its coordinates, which the server holds to the boundary. */
export function PlaceFields(props: {
  place: number;
  finding: Finding;
  names: WorkNames;
  faults: readonly WorkFault[];
  onChange: (change: Pick<Partial<Finding>, "region" | "at">) => void;
}) {
  const { place, finding, names, faults, onChange } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Typed>(finding.at ?? [null, null]);
  /** What is half typed, or lies nowhere near, is no place yet. */
  const put = (next: Typed) => {
    setTyped(next);
    onChange({ at: zFinding.shape.at.safeParse(next).data ?? null });
  };
  return (
    <>
      <WorkPick
        faults={faults}
        path={["findings", place, "region"]}
        label={t("work.field.region")}
        none={t("work.noRegion")}
        options={names.regions.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        value={finding.region}
        onChange={(region) => onChange({ region })}
      />
      {(["lon", "lat"] as const).map((axis, n) => (
        <WorkField
          key={axis}
          path={["findings", place, "at"]}
          label={t(`work.field.${axis}`)}
          faults={axis === "lon" ? faults : []}
        >
          {(control) => (
            <NumberInput
              control={control}
              value={typed[n] ?? null}
              onType={(value) => put(axis === "lon" ? [value, typed[1]] : [typed[0], value])}
            />
          )}
        </WorkField>
      ))}
    </>
  );
}
