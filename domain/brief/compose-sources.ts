import type { Brief } from "./brief.ts";
import { composeHead, headHeight } from "./compose-head.ts";
import { boxOf, type Draft, light } from "./draft.ts";
import type { BriefFacts } from "./facts.ts";
import type { Layout } from "./layout.ts";
import type { Box } from "./sheet.ts";
import { BRIEF_WORDS } from "./words.ts";

type Spot = { x: number; y: number; width: number; bottom: number };

/** Words of the source, and how many sentences of it they are. */
type Said = { text: string; count: number };

/**
 * The words that a page stands on. Of the whole its statistics, one after the other, for each has its figure in it;
 * then what its list stands on. Of a region its items: the statistics are the whole region's, and prove nothing of
 * one part.
 */
export function sourcesOf({ blocks }: Pick<Brief, "blocks">, facts: BriefFacts): Said[] {
  const ofItems = facts.items.map(({ id, ground }) => ({ text: `${id} — ${ground}`, count: 1 }));
  if (facts.region !== null) return ofItems;
  const quotes = facts.statistics.map(({ quote }) => `“${quote}”`);
  return [
    ...(quotes.length === 0 ? [] : [{ text: quotes.join("；"), count: quotes.length }]),
    ...(blocks.includes("items") ? ofItems : []),
  ];
}

/** As many as there is room for, and beside the head how many of how many. Returns where they end. */
export function composeSources(draft: Draft, brief: Brief, facts: BriefFacts, at: Spot): number {
  const words = BRIEF_WORDS[facts.lang];
  const said = sourcesOf(brief, facts);
  const rows = draft.fork();
  let y = at.y + headHeight(draft);
  let shown = 0;
  for (const { text, count } of said) {
    const tried = draft.fork();
    const room = { at: { ...at, y: y + 0.4 * draft.type }, text, style: "note", leading: 1.4 } as const;
    const end = tried.put(room);
    if (shown > 0 && end > at.bottom) break;
    rows.take(tried);
    y = end;
    shown += count;
  }
  const total = said.reduce((sum, { count }) => sum + count, 0);
  composeHead(draft, at, words.sources, shown < total ? words.sourcesOf(shown, total) : "");
  draft.take(rows);
  if (shown < total) draft.problems.push({ kind: "sourcesCut", shown, total });
  return y;
}

/** mm at A3. Beneath the title is all of Mongolia; at the foot the region's lines and their names come near. */
const CARD = {
  "under-title": { width: 88, longest: 54 },
  "lower-right": { width: 66, longest: 25 },
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
  below: Pick<Box, "x" | "y">,
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
      ? { x: below.x, y: below.y + 5 * k }
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
