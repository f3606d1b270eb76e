import type { RegionProgress } from "#domain/query.ts";
import { isPlannedCity, leagueOf, PROVINCE_CODE, type Region } from "#domain/region.ts";

export type TreeNode = {
  region: Region;
  progress: RegionProgress | null;
  planned: boolean;
  /** Of a league: its counties that have items, most first, then those that have none. */
  mentioned: TreeNode[];
  rest: TreeNode[];
};

/** Most first; where nothing was measured, last; like values by code, which is the official order. */
function byValue(a: TreeNode, b: TreeNode): number {
  const value = (node: TreeNode) => node.progress?.value ?? -1;
  return value(b) - value(a) || (a.region.code < b.region.code ? -1 : 1);
}

const isMentioned = (node: TreeNode): boolean => (node.progress?.n ?? 0) > 0;

/** Leagues and cities in the order of the measure, each with its counties. A planned city stands in its league. */
export function buildTree(
  regions: readonly Region[],
  progress: { reporting: readonly RegionProgress[]; county: readonly RegionProgress[] },
): TreeNode[] {
  const found = new Map([...progress.county, ...progress.reporting].map((row) => [row.code, row]));
  const node = (region: Region): TreeNode => ({
    region,
    progress: found.get(region.code) ?? null,
    planned: isPlannedCity(region.code),
    mentioned: [],
    rest: [],
  });
  const counties = regions.filter((region) => region.level === "county").map(node);
  return regions
    .filter((region) => region.level === "league")
    .map((region) => {
      const own = counties.filter((county) => leagueOf(county.region.code) === region.code).sort(byValue);
      return {
        ...node(region),
        mentioned: own.filter(isMentioned),
        rest: own.filter((county) => !isMentioned(county)),
      };
    })
    .sort(byValue);
}

export type TreeRow =
  | {
      kind: "region";
      code: string;
      level: 1 | 2 | 3;
      node: TreeNode | null;
      open: boolean | null;
      size: number;
      at: number;
    }
  | { kind: "more"; code: string; league: string; count: number; all: boolean; size: number; at: number };

/**
 * Rows of the tree as they stand on screen. `open` is null for a region with nothing inside; the counties
 * without items stay behind one row of their own until it is asked for.
 */
export function treeRows(
  tree: readonly TreeNode[],
  opened: ReadonlySet<string>,
  whole: ReadonlySet<string>,
  chosen: string | null,
): TreeRow[] {
  const rows: TreeRow[] = [
    { kind: "region", code: PROVINCE_CODE, level: 1, node: null, open: true, size: 1, at: 1 },
  ];
  tree.forEach((league, index) => {
    const { code } = league.region;
    const open = opened.has(code);
    rows.push({ kind: "region", code, level: 2, node: league, open, size: tree.length, at: index + 1 });
    if (!open) return;
    const all = whole.has(code) || league.mentioned.length === 0;
    const shown = all
      ? [...league.mentioned, ...league.rest]
      : [...league.mentioned, ...league.rest.filter((county) => county.region.code === chosen)];
    const total = league.mentioned.length + league.rest.length;
    const switchable = league.mentioned.length > 0 && league.rest.length > 0;
    const size = shown.length + (switchable ? 1 : 0);
    shown.forEach((county, place) => {
      rows.push({
        kind: "region",
        code: county.region.code,
        level: 3,
        node: county,
        open: null,
        size,
        at: place + 1,
      });
    });
    if (switchable) {
      rows.push({ kind: "more", code: `${code}-more`, league: code, count: total, all, size, at: size });
    }
  });
  return rows;
}
