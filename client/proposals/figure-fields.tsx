import { useTranslation } from "react-i18next";
import { FIGURE_KINDS } from "#domain/item.ts";
import { Labelled, useProposalForm } from "./form-context.tsx";
import { NumberInput } from "./number-input.tsx";
import { Rows } from "./rows.tsx";

type Figure = { value: number | null; unit: string; words: string; kind: (typeof FIGURE_KINDS)[number] };
const FRESH: Figure = { value: null, unit: "", words: "", kind: "exact" };

/** Figures of the item: in words, and as a number with its unit where there is one. */
export function FigureFields() {
  const { t } = useTranslation();
  const { content, set } = useProposalForm();
  return (
    <Rows
      name="figures"
      rows={content.figures ?? []}
      fresh={FRESH}
      add={t("proposals.addFigure")}
      called={(n) => t("proposals.figureOf", { n })}
      onChange={(figures) => set({ figures })}
    >
      {({ value, unit, words, kind }, put, place) => (
        <>
          <Labelled path={["figures", place, "words"]} label={t("proposals.words")}>
            {(control) => (
              <input
                {...control}
                className="entry"
                lang="zh-CN"
                maxLength={200}
                value={words}
                onChange={({ target }) => put({ words: target.value })}
              />
            )}
          </Labelled>
          <Labelled path={["figures", place, "value"]} label={t("proposals.value")}>
            {(control) => (
              <NumberInput control={control} value={value} onType={(next) => put({ value: next })} />
            )}
          </Labelled>
          <Labelled path={["figures", place, "unit"]} label={t("proposals.unitOfFigure")}>
            {(control) => (
              <input
                {...control}
                className="entry"
                maxLength={40}
                value={unit}
                onChange={({ target }) => put({ unit: target.value })}
              />
            )}
          </Labelled>
          <Labelled path={["figures", place, "kind"]} label={t("proposals.exactness")}>
            {(control) => (
              <select
                {...control}
                className="entry"
                value={kind}
                onChange={({ target }) =>
                  put({ kind: FIGURE_KINDS.find((one) => one === target.value) ?? "exact" })
                }
              >
                {FIGURE_KINDS.map((one) => (
                  <option key={one} value={one}>
                    {t(`proposals.figure.${one}`)}
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
