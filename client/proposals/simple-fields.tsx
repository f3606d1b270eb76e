import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { ITEM_TYPES, LADDER_OF, SECTORS } from "#domain/item.ts";
import { SECTOR_WORDS, STAGE_WORDS, TYPE_WORDS } from "#domain/look/words.ts";
import { leagueOf } from "#domain/region.ts";
import { ladderSteps } from "#domain/stage.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { type Control, Labelled, useProposalForm } from "./form-context.tsx";

// Where an item is changed, the name of its field stands above what the ledger says, and is not said again.

export function TitleField() {
  const { t } = useTranslation();
  const { kind, content, set } = useProposalForm();
  return (
    <Labelled path={["title"]} label={t("proposals.field.title")} isLabelHidden={kind === "change"}>
      {(control) => (
        <input
          {...control}
          className="entry"
          lang="zh-CN"
          maxLength={300}
          value={content.title ?? ""}
          onChange={({ target }) => set({ title: target.value })}
        />
      )}
    </Labelled>
  );
}

/** One of a closed list; "" is none chosen yet. */
function Choice<Value extends string>(props: {
  control: Control;
  value: Value | null;
  options: readonly Value[];
  words: (value: Value) => string;
  onChoose: (value: Value | null) => void;
}) {
  const { control, value, options, words, onChoose } = props;
  const { t } = useTranslation();
  return (
    <select
      {...control}
      className="entry"
      value={value ?? ""}
      onChange={({ target }) => onChoose(options.find((one) => one === target.value) ?? null)}
    >
      <option value="">{t("filing.choose")}</option>
      {options.map((one) => (
        <option key={one} value={one}>
          {words(one)}
        </option>
      ))}
    </select>
  );
}

/** Of a new item alone; another kind has other stages. */
export function TypeField() {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { content, set } = useProposalForm();
  return (
    <Labelled path={["type"]} label={t("proposals.field.type")}>
      {(control) => (
        <Choice
          control={control}
          value={content.type}
          options={ITEM_TYPES}
          words={(type) => TYPE_WORDS[type][lang]}
          onChoose={(type) => set({ type, stage: null })}
        />
      )}
    </Labelled>
  );
}

export function StageField() {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { content, set } = useProposalForm();
  return (
    <Labelled path={["stage"]} label={t("proposals.field.stage")}>
      {(control) => (
        <Choice
          control={control}
          value={content.stage}
          options={content.type === null ? [] : ladderSteps(LADDER_OF[content.type])}
          words={(stage) => STAGE_WORDS[stage][lang]}
          onChoose={(stage) => set({ stage })}
        />
      )}
    </Labelled>
  );
}

export function SectorField() {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { kind, content, set } = useProposalForm();
  return (
    <Labelled path={["sector"]} label={t("proposals.field.sector")} isLabelHidden={kind === "change"}>
      {(control) => (
        <Choice
          control={control}
          value={content.sector}
          options={SECTORS}
          words={(sector) => SECTOR_WORDS[sector][lang]}
          onChoose={(sector) => set({ sector })}
        />
      )}
    </Labelled>
  );
}

const MOST_REGIONS = 30;

export function RegionsField() {
  const { t } = useTranslation();
  const { kind, content, set, names } = useProposalForm();
  const options = names.regions.map(({ code }) => {
    const league = leagueOf(code);
    const within = league === null || league === code ? "" : ` · ${names.region(league)}`;
    return { value: code, label: `${names.region(code)}${within}` };
  });
  return (
    <Labelled
      path={["regions"]}
      label={t("proposals.field.regions")}
      hint={t("proposals.hint.regions")}
      isLabelHidden={kind === "change"}
    >
      {(control) => (
        <Select
          {...control}
          className="field-select"
          mode="multiple"
          showSearch={{ optionFilterProp: "label" }}
          maxCount={MOST_REGIONS}
          options={options}
          value={content.regions ?? []}
          onChange={(regions: string[]) => set({ regions })}
        />
      )}
    </Labelled>
  );
}
