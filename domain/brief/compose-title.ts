import { MEASURE_WORDS } from "../look/words.ts";
import type { Brief } from "./brief.ts";
import { filterOf } from "./credits.ts";
import { type Draft, light, lineOf, type Put, rule } from "./draft.ts";
import type { BriefFacts } from "./facts.ts";
import type { Layout } from "./layout.ts";
import { MM_PER_PT } from "./page.ts";
import { BRIEF_WORDS, dayIn } from "./words.ts";

/** What the reader wrote, else what fits the view. */
export const titleOf = (brief: Pick<Brief, "title">, facts: BriefFacts): string =>
  brief.title?.trim() || BRIEF_WORDS[facts.lang].title(facts.region);

export function subtitleOf(brief: Pick<Brief, "subtitle">, facts: BriefFacts): string {
  const { lang, level, measure } = facts;
  const date = dayIn(lang, facts.day ?? facts.asOf);
  return brief.subtitle?.trim() || BRIEF_WORDS[lang].subtitle(MEASURE_WORDS[measure][lang], level, date);
}

/** Share of the map's width that a title may take: the region's north-eastern tip stands beyond it. */
const TITLE_SHARE = 0.63;
/** Sizes that a title is tried in, and the lines it may then take. */
const TITLE_STEPS = [
  [1, 1],
  [0.9, 1],
  [0.8, 1],
  [0.72, 1],
  [0.66, 2],
] as const;

/** Sizes that a subtitle is tried in before it takes a second line. */
const SUBTITLE_STEPS = [1, 0.92, 0.85];

/** Title, subtitle, filter, statistics: upper left on the map. Returns where they end. */
export function composeTitle(draft: Draft, brief: Brief, facts: BriefFacts, { map }: Layout): number {
  const words = BRIEF_WORDS[facts.lang];
  const k = draft.type;
  const x = map.x + 9 * k;
  const width = map.width * TITLE_SHARE;
  const title = titleOf(brief, facts);
  const fitting = TITLE_STEPS.map(([factor, most]) => {
    const tried = draft.fork();
    const end = tried.put(
      {
        at: { x, y: map.y + 7.5 * k, width },
        text: title,
        style: "title",
        role: "title",
        leading: 1.3,
        most,
        field: "title",
        onMap: true,
      },
      factor,
    );
    return { tried, end };
  });
  const chosen = fitting.find(({ tried }) => tried.problems.length === 0) ?? fitting.at(-1);
  if (chosen === undefined) return map.y;
  draft.take(chosen.tried);
  let y = chosen.end + 1.2 * k;
  const subtitle = subtitleOf(brief, facts);
  const factor = SUBTITLE_STEPS.find((one) => draft.widthOf(subtitle, draft.style("subtitle", one)) <= width);
  const put: Put = {
    at: { x, y, width },
    text: subtitle,
    style: "subtitle",
    most: 2,
    field: "subtitle",
    onMap: true,
  };
  y = draft.put(put, factor);
  const limits = [facts.demo ? words.demo : "", filterOf(facts)].filter(Boolean);
  for (const text of limits) {
    y = draft.put({ at: { x, y, width }, text, style: "strong", most: 3, field: "subtitle", onMap: true });
  }
  draft.add(rule([x, y + 2.2 * k], [x + 24 * k, y + 2.2 * k], 0.7 * k, light.accent));
  y += 6 * k;
  return brief.blocks.includes("statistics") ? composeStatistics(draft, facts, x, y, width) : y;
}

function composeStatistics(
  draft: Draft,
  facts: BriefFacts,
  left: number,
  top: number,
  width: number,
): number {
  if (facts.statistics.length === 0) return top;
  const k = draft.type;
  const big = draft.style("statistic");
  const small = draft.style("statisticUnit");
  const caption = draft.style("caption");
  const height = big.size * MM_PER_PT * 1.25;
  let x = left;
  for (const { figure, unit, label } of facts.statistics) {
    const wide = draft.widthOf(figure, big) + draft.widthOf(unit, small) + 1;
    const column = Math.max(wide, draft.widthOf(label, caption) + 0.5);
    if (x + column > left + width) break;
    draft.add(
      lineOf(
        { x, y: top, width: column, height },
        [
          { text: figure, style: big },
          { text: unit, style: small },
        ],
        top + height * 0.78,
        true,
      ),
    );
    draft.put({
      at: { x, y: top + height, width: column + 1 },
      text: label,
      style: "caption",
      role: "label",
      onMap: true,
      most: 1,
    });
    x += column + 7 * k;
  }
  const y = top + height + caption.size * MM_PER_PT * 1.6;
  const said = BRIEF_WORDS[facts.lang].statistics;
  return draft.put({ at: { x: left, y, width }, text: said, style: "note", onMap: true });
}
