import { memo } from "react";
import { useTranslation } from "react-i18next";
import { STAGE_WORDS, TYPE_WORDS } from "#domain/look/words.ts";
import type { ItemRow } from "#domain/query.ts";
import { StageMark } from "../../map/legend-mark.tsx";
import { PanelCode } from "../../panel-code.ts";
import { pointAtItem, setHovered, useItemHovered } from "../../view/hover.ts";
import { useLook } from "../../view/use-view.ts";
import { useSay } from "../../words/use-say.ts";
import { Panel } from "../ui/panel.tsx";
import { regionWords } from "./region-words.ts";

/** Lights come with the first month that is reported on, and their code with them. */
const lightCode = new PanelCode(async () => (await import("../../lights/row-light.tsx")).RowLight);

type RowProps = {
  row: ItemRow;
  id: string;
  selected: boolean;
  active: boolean;
  position: number;
  total: number;
  onChoose: (id: string) => void;
};

/** Drawn again only when it differs: the list is long, and most changes of the view leave it as it is. */
export const ItemOption = memo(function ItemOption({
  row,
  id,
  selected,
  active,
  position,
  total,
  onChoose,
}: RowProps) {
  const hovered = useItemHovered(row.id);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox handles the keys of its options
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant, focus stays on the listbox
    <div
      id={id}
      role="option"
      aria-selected={selected}
      aria-setsize={total}
      aria-posinset={position}
      className={`item-row${hovered ? " hovered" : ""}${active ? " active" : ""}`}
      onClick={() => onChoose(row.id)}
      onPointerEnter={() => pointAtItem(row)}
      onPointerLeave={() => setHovered(null)}
    >
      <ItemRowContent row={row} />
    </div>
  );
});

/** Mark, title, and one line of kind, region and stage: what a list, a relation or the reader shows of an item. */
export function ItemRowContent({ row }: { row: ItemRow }) {
  const { t } = useTranslation();
  const say = useSay();
  const { lang, theme } = useLook();
  const inferred = row.regions.every((region) => region.basis === "inferred");
  // 争取 is never shortened to the thing striven for: words that can be read two ways stand as they are.
  const ambiguous = row.stageBasis === "ambiguous";
  const stage = ambiguous ? t("list.literal", { words: row.stageWords }) : say(STAGE_WORDS[row.stage]);
  return (
    <>
      <StageMark type={row.type} stage={row.stage} theme={theme} size={22} />
      <span className="item-text">
        <span className="item-title" lang="zh-CN" title={row.title}>
          {row.title}
        </span>
        <span className="item-meta">
          {row.light !== null && (
            <Panel code={lightCode} props={{ state: row.light }} waiting={null} failed={() => null} />
          )}
          <span>{say(TYPE_WORDS[row.type])}</span>
          <span>
            {regionWords(row.regions, lang, t)}
            {inferred && <span className="chip inferred">{t("list.inferredMark")}</span>}
          </span>
          <span lang={ambiguous ? "zh-CN" : undefined}>{stage}</span>
        </span>
      </span>
    </>
  );
}
