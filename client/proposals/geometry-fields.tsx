import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { PROPOSED_KINDS, type ProposalContent } from "#domain/report/proposal.ts";
import { Labelled, useProposalForm } from "./form-context.tsx";
import { NumberInput } from "./number-input.tsx";
import { PointMap } from "./point-map.tsx";
import { Rows } from "./rows.tsx";

type Geometry = NonNullable<ProposalContent["geometry"]>;
/** Nowhere yet: the check takes it for what it is. */
const FRESH: Geometry["points"][number] = { name: "", nameEn: null, at: [0, 0], errorKm: 1 };
const WHOLE: Geometry = { kind: "area", places: [], points: [] };

/** Where the item lies: its regions as a whole, or places of the ledger, or new ones by their coordinates. */
export function GeometryFields() {
  const { t } = useTranslation();
  const { content, set, names } = useProposalForm();
  const geometry = content.geometry ?? WHOLE;
  const put = (change: Partial<Geometry>) => set({ geometry: { ...geometry, ...change } });
  return (
    <>
      <Labelled
        path={["geometry", "kind"]}
        label={t("proposals.geometryKind")}
        hint={t("proposals.hint.geometry")}
      >
        {(control) => (
          <select
            {...control}
            className="entry"
            value={geometry.kind}
            onChange={({ target }) => {
              const kind = PROPOSED_KINDS.find((one) => one === target.value) ?? "area";
              put(kind === "area" ? WHOLE : { kind });
            }}
          >
            {PROPOSED_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`proposals.geometry.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {geometry.kind !== "area" && (
        <>
          <Labelled path={["geometry", "places"]} label={t("proposals.places")}>
            {(control) => (
              <Select
                {...control}
                className="field-select"
                mode="multiple"
                showSearch={{ optionFilterProp: "label" }}
                options={[...names.places].map(([value, label]) => ({ value, label }))}
                value={geometry.places}
                onChange={(places: string[]) => put({ places })}
              />
            )}
          </Labelled>
          <Rows
            name="points"
            rows={geometry.points}
            fresh={FRESH}
            add={t("proposals.addPoint")}
            called={(n) => t("proposals.pointOf", { n })}
            onChange={(points) => put({ points })}
          >
            {({ name, at, errorKm }, putPoint, place) => {
              const [lon, lat] = at;
              const within = (field: string) => ["geometry", "points", place, field];
              return (
                <>
                  <Labelled path={within("name")} label={t("proposals.pointName")}>
                    {(control) => (
                      <input
                        {...control}
                        className="entry"
                        lang="zh-CN"
                        maxLength={80}
                        value={name}
                        onChange={({ target }) => putPoint({ name: target.value })}
                      />
                    )}
                  </Labelled>
                  <Labelled path={within("at")} label={t("proposals.lon")}>
                    {(control) => (
                      <NumberInput
                        control={control}
                        value={lon === 0 ? null : lon}
                        onType={(next) => putPoint({ at: [next ?? 0, lat] })}
                      />
                    )}
                  </Labelled>
                  <Labelled path={within("lat")} label={t("proposals.lat")}>
                    {(control) => (
                      <NumberInput
                        control={control}
                        value={lat === 0 ? null : lat}
                        onType={(next) => putPoint({ at: [lon, next ?? 0] })}
                      />
                    )}
                  </Labelled>
                  <Labelled path={within("errorKm")} label={t("proposals.errorKm")}>
                    {(control) => (
                      <NumberInput
                        control={control}
                        value={errorKm === 0 ? null : errorKm}
                        onType={(next) => putPoint({ errorKm: next ?? 0 })}
                      />
                    )}
                  </Labelled>
                  <PointMap n={place + 1} at={at} onChoose={putPoint} />
                </>
              );
            }}
          </Rows>
        </>
      )}
    </>
  );
}
