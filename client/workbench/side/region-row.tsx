import { useTranslation } from "react-i18next";
import { MEASURE_UNIT, type Measure } from "#domain/measure.ts";
import { regionName } from "../../data/regions.ts";
import { setHovered, useRegionHovered } from "../../view/hover.ts";
import { useLook } from "../../view/use-view.ts";
import { Icon } from "../ui/icons.tsx";
import type { TreeRow } from "./build-tree.ts";
import { rowWords } from "./row-words.ts";
import { StageBar } from "./stage-bar.tsx";
import type { RowProgress } from "./whole.ts";

type RowProps = {
  row: Extract<TreeRow, { kind: "region" }>;
  progress: RowProgress | null;
  /** The one row that Tab stops at. */
  stop: boolean;
  selected: boolean;
  measure: Measure;
  most: number;
  onChoose: () => void;
  onToggle: () => void;
};

export function RegionRow({ row, progress, stop, selected, measure, most, onChoose, onToggle }: RowProps) {
  const { t } = useTranslation();
  const { lang } = useLook();
  const hovered = useRegionHovered(row.code);
  const name = regionName(row.code, lang);
  const { said, value, n } = rowWords(progress, measure, lang, t);
  const point = () => setHovered(row.level === 1 ? null : { kind: "region", code: row.code });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys of its rows
    <div
      role="treeitem"
      data-code={row.code}
      aria-level={row.level}
      aria-setsize={row.size}
      aria-posinset={row.at}
      aria-selected={selected}
      aria-expanded={row.level === 2 ? (row.open ?? undefined) : undefined}
      tabIndex={stop ? 0 : -1}
      className={`tree-row level-${row.level}${hovered ? " hovered" : ""}`}
      title={`${name} · ${said}`}
      onClick={onChoose}
      onPointerEnter={point}
      onPointerLeave={() => setHovered(null)}
      onFocus={point}
      onBlur={() => setHovered(null)}
    >
      {row.level === 2 && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: left and right arrow do the same
        // biome-ignore lint/a11y/noStaticElementInteractions: part of the row, for the pointer alone
        <span
          className={`tree-caret${row.open ? " open" : ""}`}
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        >
          <Icon name="chevron" size={12} />
        </span>
      )}
      <span className="tree-name">
        {name}
        {row.node?.planned && <small> {t("side.plannedCity")}</small>}
      </span>
      {row.level === 2 && <Bar measure={measure} progress={progress} most={most} />}
      <span className={`tree-count${progress?.value ? "" : " empty"}`} aria-hidden="true">
        {n !== "" && <small>{n}</small>}
        {value}
      </span>
      <span className="visually-hidden"> {said}</span>
    </div>
  );
}

function Bar({ measure, progress, most }: { measure: Measure; progress: RowProgress | null; most: number }) {
  if (measure === "mix") return <StageBar stages={progress?.stages ?? {}} most={most} />;
  const value = progress?.value ?? 0;
  const whole = MEASURE_UNIT[measure] === "share" ? 1 : most;
  const width = whole === 0 ? 0 : Math.round((value / whole) * 100);
  return (
    <span className="tree-bar" aria-hidden="true">
      <span style={{ width: `${width}%` }} />
    </span>
  );
}

type MoreProps = { row: Extract<TreeRow, { kind: "more" }>; stop: boolean; onChoose: () => void };
export function MoreRow({ row, stop, onChoose }: MoreProps) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys of its rows
    <div
      role="treeitem"
      data-code={row.code}
      aria-level={3}
      aria-setsize={row.size}
      aria-posinset={row.at}
      aria-selected={false}
      tabIndex={stop ? 0 : -1}
      className="tree-row level-3 more"
      onClick={onChoose}
    >
      {row.all ? t("side.showFew") : t("side.showAll", { count: row.count })}
    </div>
  );
}
