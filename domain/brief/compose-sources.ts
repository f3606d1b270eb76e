import type { Brief } from "./brief.ts";
import { composeHead, headHeight } from "./compose-head.ts";
import { boxOf, type Draft, light } from "./draft.ts";
import type { BriefFacts } from "./facts.ts";
import type { Layout } from "./layout.ts";
import type { Box } from "./sheet.ts";
import { BRIEF_WORDS } from "./words.ts";

type Spot = { x: number; y: number; width: number; bottom: number };

/**
 * The words that a page stands on. Of the whole its statistics, which are all there or none, then what its list
 * stands on; of a region its items. The statistics are the whole region's, and prove nothing of one part.
 */
export function sourcesOf(
  { blocks }: Pick<Brief, "blocks">,
  facts: BriefFacts,
): { said: string[]; least: number } {
  const ofItems = facts.items.map(({ id, quote }) => `${id} — “${quote}”`);
  if (facts.region !== null) return { said: ofItems, least: 1 };
  const ofStatistics = facts.statistics.map(({ figure, unit, quote }) => `${figure}${unit} — “${quote}”`);
  return {
    said: blocks.includes("items") ? [...ofStatistics, ...ofItems] : ofStatistics,
    least: ofStatistics.length,
  };
}

/** As many as there is room for, and beside the head how many of how many. Returns where they end. */
export function composeSources(draft: Draft, brief: Brief, facts: BriefFacts, at: Spot): number {
  const words = BRIEF_WORDS[facts.lang];
  const { said, least } = sourcesOf(brief, facts);
  const rows = draft.fork();
  const start = at.y + headHeight(draft);
  let y = start;
  let shown = 0;
  for (const text of said) {
    const tried = draft.fork();
    const room = { at: { ...at, y: y + 0.4 * draft.type }, text, style: "note", leading: 1.4 } as const;
    const end = tried.put(room);
    if (shown >= least && end > at.bottom) break;
    rows.take(tried);
    y = end;
    shown += 1;
  }
  const cut = shown < said.length;
  composeHead(draft, at, words.sources, cut ? words.sourcesOf(shown, said.length) : "");
  draft.take(rows);
  if (cut) draft.problems.push({ kind: "sourcesCut", shown, total: said.length });
  return y;
}

/** mm at A3. Beneath the title is all of Mongolia; at the foot the region's lines and their names come near. */
const CARD = {
  "under-title": { width: 88, longest: 54 },
  "lower-right": { width: 69, longest: 30 },
} as const;

/**
 * Whether the map has a corner for them: a wide one of all Inner Mongolia has one more than title, legend and scale
 * need; of a view nobody knows.
 */
export const hasCorner = ({ blocks, extent }: Brief, facts: BriefFacts, { columns }: Layout): boolean =>
  blocks.includes("sources") &&
  extent.kind !== "view" &&
  facts.region === null &&
  facts.statistics.length > 0 &&
  columns.length === 1;

/** In the corner that the legend does not take; `below` the title where that is the upper one. */
export function composeSourcesCard(
  draft: Draft,
  brief: Brief,
  facts: BriefFacts,
  { map, legend }: Layout,
  below: number,
): Box {
  const k = draft.type;
  const corner = legend === "lower-right" ? "under-title" : "lower-right";
  const [side, top, foot] = [3 * k, 2 * k, 2.2 * k];
  const [width, bottom] = [CARD[corner].width * k, CARD[corner].longest * k];
  const at = { x: 0, y: 0, width: width - 2 * side, bottom };
  const height = top + composeSources(draft.fork(), brief, facts, at) + foot;
  const margin = 4.5 * k;
  const { x, y } =
    corner === "under-title"
      ? { x: map.x + 9 * k, y: below + 5 * k }
      : { x: map.x + map.width - width - margin, y: map.y + map.height - height - margin };
  const box = { x, y, width, height };
  draft.add(boxOf(box, { fill: light.surface, stroke: light.ink3, strokeWidth: 0.15 }));
  composeSources(draft, brief, facts, {
    x: x + side,
    y: y + top,
    width: at.width,
    // Rounding must not cost a line that had room where it was measured.
    bottom: y + top + bottom + 0.01,
  });
  return box;
}
