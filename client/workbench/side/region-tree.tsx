import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { leagueOf, PROVINCE_CODE } from "#domain/region.ts";
import { regions } from "../../data/regions.ts";
import { useProgress } from "../../data/use-progress.ts";
import { useSummary } from "../../data/use-summary.ts";
import { setView } from "../../view/address.ts";
import { drillTo } from "../../view/drill.ts";
import { usePanelView } from "../../view/panel-view.ts";
import { Failed, SkeletonRows } from "../ui/states.tsx";
import { buildTree, type TreeRow, treeRows } from "./build-tree.ts";
import { MoreRow, RegionRow } from "./region-row.tsx";
import { measuredFilter, wholeProgress } from "./whole.ts";

const NONE: ReadonlySet<string> = new Set();
/** From this height the tree has room for one league's counties beside all the leagues, px. */
const ROOMY = 960;

/** Every region with its value of the measure, as a tree of the WAI-ARIA pattern: one stop for Tab, arrows within. */
export function RegionTree() {
  const { t } = useTranslation();
  const view = usePanelView();
  const { reporting, county } = useProgress(view);
  const { measure, filter } = view;
  const counts = useSummary({ ...view, region: null }).data?.counts;
  const whole = counts ? wholeProgress(counts, measure) : null;
  const measured = useSummary({ ...view, region: null, filter: measuredFilter(measure, filter) });
  const regionWide = measured.data?.counts.regionWide ?? 0;
  const [opened, setOpened] = useState<ReadonlySet<string>>(NONE);
  const [complete, setComplete] = useState<ReadonlySet<string>>(new Set());
  const chosen = view.region ?? PROVINCE_CODE;
  const [active, setActive] = useState(chosen);
  const list = useRef<HTMLDivElement>(null);

  // A region chosen anywhere (map, breadcrumb, back) is to be seen in the tree.
  const [lastChosen, setLastChosen] = useState<string | null>(null);
  if (lastChosen !== chosen) {
    const league = leagueOf(chosen);
    setLastChosen(chosen);
    setActive(chosen);
    if (league !== null && !opened.has(league)) setOpened(new Set([...opened, league]));
  }
  useEffect(() => {
    list.current?.querySelector(`[data-code="${chosen}"]`)?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  const tree = useMemo(
    () => buildTree(regions, { reporting: reporting.data ?? [], county: county.data ?? [] }),
    [reporting.data, county.data],
  );
  const first = tree[0]?.region.code;
  const [untouched, setUntouched] = useState(window.innerHeight >= ROOMY && view.region === null);
  const shown = untouched && first !== undefined ? new Set([...opened, first]) : opened;
  const rows = treeRows(tree, shown, complete, view.region);
  const most = Math.max(0, ...tree.map((node) => node.progress?.value ?? 0));

  const flip = (set: ReadonlySet<string>, code: string) => {
    const next = new Set(set);
    if (!next.delete(code)) next.add(code);
    return next;
  };
  const toggle = (code: string) => {
    setUntouched(false);
    setOpened(flip(shown, code));
  };
  const focus = (code: string) => {
    setActive(code);
    list.current?.querySelector<HTMLElement>(`[data-code="${code}"]`)?.focus();
  };
  const choose = (row: TreeRow) => {
    setActive(row.code);
    if (row.kind === "more") setComplete(flip(complete, row.league));
    else setView(drillTo(row.code));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = rows.findIndex((row) => row.code === active);
    const row = rows[at];
    if (!row) return;
    const moves: Record<string, () => void> = {
      ArrowDown: () => focus(rows[at + 1]?.code ?? active),
      ArrowUp: () => focus(rows[at - 1]?.code ?? active),
      Home: () => focus(rows[0]?.code ?? active),
      End: () => focus(rows.at(-1)?.code ?? active),
      Enter: () => choose(row),
      " ": () => choose(row),
      ArrowRight: () => {
        if (row.kind === "region" && row.level === 2 && !row.open) toggle(row.code);
        else if (row.kind === "region" && row.open) focus(rows[at + 1]?.code ?? active);
      },
      ArrowLeft: () => {
        if (row.kind === "region" && row.level === 2 && row.open) toggle(row.code);
        else if (row.kind === "more") focus(row.league);
        else if (row.level > 1) focus(row.level === 3 ? (leagueOf(row.code) ?? active) : PROVINCE_CODE);
      },
    };
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  };

  if (reporting.isError || county.isError) {
    return (
      <Failed
        onRetry={() => {
          void reporting.refetch();
          void county.refetch();
        }}
      />
    );
  }
  if (!reporting.data || !county.data) return <SkeletonRows rows={13} className="tree-row placeholder" />;
  const stop = rows.some((row) => row.code === active) ? active : PROVINCE_CODE;
  return (
    <>
      <div
        ref={list}
        className="tree"
        role="tree"
        aria-label={t("side.regionTree")}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {rows.map((row) =>
          row.kind === "more" ? (
            <MoreRow key={row.code} row={row} stop={row.code === stop} onChoose={() => choose(row)} />
          ) : (
            <RegionRow
              key={row.code}
              row={row}
              progress={row.level === 1 ? whole : (row.node?.progress ?? null)}
              stop={row.code === stop}
              selected={row.code === chosen}
              measure={measure}
              most={most}
              onChoose={() => choose(row)}
              onToggle={() => toggle(row.code)}
            />
          ),
        )}
      </div>
      {regionWide > 0 && <p className="tree-note meta">{t("side.regionWide", { count: regionWide })}</p>}
    </>
  );
}
