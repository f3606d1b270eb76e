import { useTranslation } from "react-i18next";
import { BASES, type Typed } from "./thresholds.ts";

/** The thresholds of the three rules, each of which can be switched off. */
export function ThresholdFields({ typed, onChange }: { typed: Typed; onChange: (typed: Typed) => void }) {
  const { t } = useTranslation();
  const { progress, start, funds } = typed;
  return (
    <div className="rule-fields">
      <fieldset className="months-form">
        <Switch
          rule="progress"
          isOn={progress.isOn}
          onSwitch={(isOn) => onChange({ ...typed, progress: { ...progress, isOn } })}
        />
        <Figure
          label={t("months.rules.yellowFrom")}
          value={progress.yellow}
          isOn={progress.isOn}
          onType={(yellow) => onChange({ ...typed, progress: { ...progress, yellow } })}
        />
        <Figure
          label={t("months.rules.redAbove")}
          value={progress.red}
          isOn={progress.isOn}
          onType={(red) => onChange({ ...typed, progress: { ...progress, red } })}
        />
      </fieldset>
      <fieldset className="months-form">
        <Switch
          rule="start"
          isOn={start.isOn}
          onSwitch={(isOn) => onChange({ ...typed, start: { ...start, isOn } })}
        />
        <Figure
          label={t("months.rules.yellowMonths")}
          value={start.yellow}
          isOn={start.isOn}
          onType={(yellow) => onChange({ ...typed, start: { ...start, yellow } })}
        />
        <Figure
          label={t("months.rules.redMonths")}
          value={start.red}
          isOn={start.isOn}
          onType={(red) => onChange({ ...typed, start: { ...start, red } })}
        />
      </fieldset>
      <fieldset className="months-form">
        <Switch
          rule="funds"
          isOn={funds.isOn}
          onSwitch={(isOn) => onChange({ ...typed, funds: { ...funds, isOn } })}
        />
        <label>
          <span className="field-label">{t("months.rules.basisLabel")}</span>
          <select
            className="entry basis"
            disabled={!funds.isOn}
            value={funds.basis}
            onChange={({ target }) => {
              const basis = BASES.find((one) => one === target.value);
              if (basis !== undefined) onChange({ ...typed, funds: { ...funds, basis } });
            }}
          >
            {BASES.map((basis) => (
              <option key={basis} value={basis}>
                {t(`months.rules.basis.${basis}`)}
              </option>
            ))}
          </select>
        </label>
        <Figure
          label={t("months.rules.requirement")}
          value={funds.requirement}
          isOn={funds.isOn}
          onType={(requirement) => onChange({ ...typed, funds: { ...funds, requirement } })}
        />
      </fieldset>
    </div>
  );
}

function Switch(props: {
  rule: "progress" | "start" | "funds";
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
}) {
  const { rule, isOn, onSwitch } = props;
  const { t } = useTranslation();
  return (
    <>
      <legend className="visually-hidden">{t(`months.rules.${rule}`)}</legend>
      <label className="rule-switch">
        <input type="checkbox" checked={isOn} onChange={({ target }) => onSwitch(target.checked)} />
        {t(`months.rules.${rule}`)}
      </label>
    </>
  );
}

function Figure(props: { label: string; value: string; isOn: boolean; onType: (typed: string) => void }) {
  const { label, value, isOn, onType } = props;
  return (
    <label>
      <span className="field-label">{label}</span>
      <input
        className="entry figure"
        inputMode="decimal"
        autoComplete="off"
        maxLength={6}
        disabled={!isOn}
        value={value}
        onChange={({ target }) => onType(target.value)}
      />
    </label>
  );
}
