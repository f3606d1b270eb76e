import { useTranslation } from "react-i18next";
import { BLOCKS, type Brief } from "#domain/brief/brief.ts";
import { DPIS, PAGE, PAGES } from "#domain/brief/page.ts";
import { BLOCK_WORDS } from "#domain/brief/preflight.ts";
import { AsOfChoice } from "./as-of-choice.tsx";
import { TextChoices } from "./text-choices.tsx";

type Change = (part: Partial<Brief>) => void;
type Props = { brief: Brief; extents: Record<Brief["extent"]["kind"], Brief["extent"]>; onChange: Change };

/** Everything that may be chosen of a page. */
export function Choices({ brief, extents, onChange }: Props) {
  const { t } = useTranslation();
  const fixed = PAGE[brief.page].fixedDpi !== null;
  return (
    <>
      <Options
        name="brief-page"
        legend={t("brief.page")}
        options={PAGES.map((page) => ({ value: page, label: t(`brief.${page}`) }))}
        chosen={brief.page}
        onChoose={(page) => onChange({ page })}
      />
      <Options
        name="brief-dpi"
        legend={t("brief.dpi")}
        options={DPIS.map((dpi) => ({ value: dpi, label: t("brief.dpiOf", { dpi }) }))}
        chosen={brief.dpi}
        disabled={fixed}
        onChoose={(dpi) => onChange({ dpi })}
      />
      <Options
        name="brief-extent"
        legend={t("brief.extent")}
        options={(["view", "region", "whole"] as const).map((kind) => ({
          value: kind,
          label: t(`brief.${kind}`),
        }))}
        chosen={brief.extent.kind}
        onChoose={(kind) => onChange({ extent: extents[kind] })}
      />
      <AsOfChoice brief={brief} onChange={onChange} />
      <TextChoices brief={brief} onChange={onChange} />
      <fieldset className="brief-options">
        <legend>{t("brief.blocks")}</legend>
        <div>
          {BLOCKS.map((block) => (
            <label key={block} className="brief-block">
              <input
                type="checkbox"
                checked={brief.blocks.includes(block)}
                onChange={({ target }) =>
                  onChange({
                    blocks: BLOCKS.filter((one) =>
                      one === block ? target.checked : brief.blocks.includes(one),
                    ),
                  })
                }
              />
              {BLOCK_WORDS[block][brief.lang]}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}

type OptionsProps<T> = {
  /** The command for pages without a window (server/brief-command) chooses by name and value. */
  name: string;
  legend: string;
  options: readonly { value: T; label: string }[];
  chosen: T;
  disabled?: boolean;
  onChoose: (value: T) => void;
};

function Options<T extends string | number>(props: OptionsProps<T>) {
  const { name, legend, options, chosen, disabled = false, onChoose } = props;
  return (
    <fieldset className="brief-options" disabled={disabled}>
      <legend>{legend}</legend>
      <div>
        {options.map(({ value, label }) => (
          <label key={value} className="brief-option">
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
