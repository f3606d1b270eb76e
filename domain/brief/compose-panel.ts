import { LADDERS, type Stage } from "../stage.ts";
import type { Block, Brief } from "./brief.ts";
import { composeHead, headHeight } from "./compose-head.ts";
import { rankingTable, stageWord } from "./compose-ranking.ts";
import { composeSources, sourcesOf } from "./compose-sources.ts";
import { type Draft, light, rule } from "./draft.ts";
import type { BriefFacts } from "./facts.ts";
import { BULLET, itemPaths } from "./mark-paths.ts";
import { MM_PER_PT } from "./page.ts";
import type { Box, StagesElement } from "./sheet.ts";
import { BRIEF_WORDS } from "./words.ts";

/**
 * A block laid out at a spot; it says where it ends, and with `bottom` how far it may go. A list may run on into
 * `further` columns, and says how many of them it took.
 */
type Making = (draft: Draft, facts: BriefFacts, at: Spot, further: readonly Box[]) => number | End;
type End = { y: number; columns: number };
/** How close lines stand, how many a list has at most, and which block begins the next column though it need not. */
type Setting = { density: number; most: number; breakAt?: number };
type Spot = { x: number; y: number; width: number; bottom: number } & Omit<Setting, "breakAt">;

/** Closer lines are tried before a block is left out. */
const DENSITIES = [1, 0.93, 0.86, 0.8, 0.74];
/** Closer than this, Han characters of two lines all but touch: a list rather says less. */
const READABLE = 0.86;
/** Lines stand further apart where all that is said has room for it. */
const LOOSE = [1.12, 1.06];
/** A list takes all the room there is. Where nothing is left for what follows it, it ends earlier. */
const LISTED = [32, 24, 20, 16, 12, 9, 7, 5, 4, 3];
/** Of a shorter list more is said, set closer where it stays readable. */
const ENOUGH = 8;

/**
 * The blocks one under another, column after column. What has no room even when set close is left out and told.
 * Where lists are cut they say so.
 */
export function composePanel(draft: Draft, brief: Brief, facts: BriefFacts, columns: readonly Box[]): void {
  const makings = makingsOf(brief);
  const fillAt = (density: number, most = Number.POSITIVE_INFINITY, breakAt = 0) =>
    fill(draft.fork(), makings, facts, columns, { density, most, breakAt });
  /** What has room to spare, in columns as long as each other. */
  const balanced = (whole: Filled): Filled => {
    if (whole.left.length > 0) return whole;
    const parted = makings
      .slice(1)
      .map((_, index) => fillAt(LOOSE[0] ?? 1, undefined, index + 1))
      .filter(({ left, draft: tried }) => left.length === 0 && !isCut(tried));
    return [whole, ...parted].toSorted((a, b) => a.longest - b.longest)[0] ?? whole;
  };
  const tries = DENSITIES.map((density) => fillAt(density));
  // A block weighs more than all that follow it: of what must be left out, the last goes first.
  const weightOf = (left: readonly Block[]) =>
    makings.reduce((sum, { block }) => sum * 2 + (left.includes(block) ? 1 : 0), 0);
  if (tries.every(({ left, density }) => left.length > 0 || density < READABLE))
    tries.push(...LISTED.flatMap((most) => [1, READABLE, 0.74].map((density) => fillAt(density, most))));
  const least = Math.min(...tries.map(({ left }) => weightOf(left)));
  const fitting = tries.filter(({ left }) => weightOf(left) === least);
  const readable = fitting.filter(({ density }) => density >= READABLE);
  const among = readable.length > 0 ? readable : fitting;
  const longest = Math.min(ENOUGH, Math.max(...among.map(listed)));
  const enough = among.filter((tried) => listed(tried) >= longest);
  // Set a little closer all the sources may have room.
  const close = enough.find(({ draft: tried }) => !isCut(tried)) ?? enough[0];
  if (close === undefined) return;
  // A list ends where its room does: what is set loosely is to say as much.
  const said = close.draft.elements.length;
  const loose = close === tries[0] ? LOOSE.map((density) => fillAt(density)) : [];
  const fitted = loose.find((tried) => tried.draft.elements.length === said) ?? close;
  const best = columns.length < 2 || isCut(fitted.draft) ? fitted : balanced(fitted);
  draft.take(best.draft);
  for (const block of best.left) draft.problems.push({ kind: "blockLeftOut", block });
}

/** Whether every block has room, if need be set close. */
export function holdsAll(draft: Draft, brief: Brief, facts: BriefFacts, columns: readonly Box[]): boolean {
  const makings = makingsOf(brief);
  const most = Number.POSITIVE_INFINITY;
  return DENSITIES.some(
    (density) => fill(draft.fork(), makings, facts, columns, { density, most }).left.length === 0,
  );
}

/** How much of a list has room; of one that is not cut, all. */
const listed = ({ draft: { problems } }: Filled): number =>
  problems.find((problem) => problem.kind === "listCut")?.shown ?? Number.POSITIVE_INFINITY;

function makingsOf(brief: Brief): { block: Block; make: Making }[] {
  const makings: Partial<Record<Block, Making>> = {
    ranking: makeRanking,
    stages: makeStages,
    deadlines: makeDeadlines,
    items: makeItems,
    sources: makeSources(brief),
  };
  const on = new Set(brief.blocks);
  const note = brief.note?.trim();
  const chosen = (Object.entries(makings) as [Block, Making][])
    .filter(([block]) => on.has(block))
    .map(([block, make]) => ({ block, make }));
  if (!note) return chosen;
  return [{ block: "sources" as const, make: makeNote(note) }, ...chosen];
}

/** `column`: the last that has anything; `longest`: where the longest of them ends. */
type Filled = { draft: Draft; left: Block[]; density: number; column: number; longest: number };
type Place = { tried: Draft; box: Box; top: number; end: number; column: number };

function fill(
  draft: Draft,
  makings: readonly { block: Block; make: Making }[],
  facts: BriefFacts,
  columns: readonly Box[],
  setting: Setting,
): Filled {
  const left: Block[] = [];
  let column = 0;
  let y = columns[0]?.y ?? 0;
  let longest = y;
  for (const [index, { block, make }] of makings.entries()) {
    const isLast = index === makings.length - 1;
    const next = columns[column + 1];
    if (index > 0 && index === setting.breakAt && next !== undefined) {
      column += 1;
      y = next.y;
    }
    const placeAt = (at: number, further: readonly Box[]): Place | undefined => {
      const box = columns[at];
      if (box === undefined) return;
      const top = at === column ? y : box.y;
      const tried = draft.fork();
      const spot = { x: box.x, y: top, width: box.width, bottom: box.y + box.height, ...setting };
      const made = make(tried, facts, spot, further);
      const end = typeof made === "number" ? { y: made, columns: 0 } : made;
      const last = columns[at + end.columns] ?? box;
      if (end.y > last.y + last.height + 0.01) return;
      return { tried, box, top, end: end.y, column: at + end.columns };
    };
    let place: Place | undefined;
    for (let at = column; at < columns.length; at += 1) {
      const whole = placeAt(at, []);
      if (whole === undefined) continue;
      const isWhole = !isCut(whole.tried);
      if (place === undefined || isWhole) place = whole;
      // The last has all the room that is left: it is not cut where a column further on holds it whole.
      if (isWhole || !isLast) break;
    }
    if (place !== undefined && isCut(place.tried)) {
      const first = place.column;
      place = placeAt(first, columns.slice(first + 1)) ?? place;
    }
    if (place === undefined) {
      left.push(block);
      continue;
    }
    const { tried, box, top, end } = place;
    if (block === "ranking" || block === "stages")
      tried.mark(block, { x: box.x, y: top, width: box.width, height: end - top });
    draft.take(tried);
    column = place.column;
    longest = Math.max(longest, end);
    y = end === top ? end : end + 6 * draft.type * setting.density;
  }
  return { draft, left, density: setting.density, column, longest };
}

const isCut = ({ problems }: Draft): boolean =>
  problems.some(({ kind }) => kind === "listCut" || kind === "sourcesCut");

/** A block that has nothing to say takes no room, and is told. */
function nothing(draft: Draft, { y }: Spot, block: Block): number {
  draft.problems.push({ kind: "blockEmpty", block });
  return y;
}

const makeRanking: Making = (draft, facts, at) => {
  if (facts.ranking.length === 0) draft.problems.push({ kind: "blockEmpty", block: "ranking" });
  const words = BRIEF_WORDS[facts.lang];
  const table = rankingTable(draft, facts, at);
  const y = composeHead(draft, at, table.name, words.unit);
  const placed = { ...table, box: { ...table.box, y } };
  draft.add(placed);
  const note = words.rankingNote(facts.region === null);
  return draft.put({
    at: { ...at, y: y + table.box.height + 1 * draft.type },
    text: note,
    style: "note",
    leading: 1.45,
  });
};

const makeStages: Making = (draft, facts, at) => {
  const words = BRIEF_WORDS[facts.lang];
  const { projectStages, projects } = facts.counts;
  const top = composeHead(draft, at, words.stageHead, words.stageTotal(projects));
  const k = draft.type;
  const stages: Stage[] = [...LADDERS.project, "unstated"];
  for (const stage of ["suspended", "cancelled"] as const) if (projectStages[stage]) stages.push(stage);
  const step = at.width / stages.length;
  const size = 4.2 * k;
  const markTop = top + 1 * k;
  const countTop = markTop + size + 0.4 * k;
  const count = draft.style("count").size * MM_PER_PT * 1.35;
  const steps: StagesElement["steps"] = stages.map((stage, index) => {
    const x = at.x + index * step;
    const n = projectStages[stage] ?? 0;
    const label = stageWord(stage, facts.lang);
    const cell = { x, width: step };
    return {
      stage,
      label,
      count: n,
      color: light.stage[stage as keyof typeof light.stage] ?? light.stage.unstated,
      mark: {
        kind: "mark",
        x: x + (step - size) / 2,
        y: markTop,
        size,
        alt: label,
        paths: itemPaths("project", stage),
      },
      countText: draft.text({
        at: { ...cell, y: countTop },
        text: String(n),
        style: "count",
        role: "label",
        align: "center",
        leading: 1.35,
      }),
      labelText: draft.text({
        at: { ...cell, y: countTop + count },
        text: label,
        style: "note",
        role: "label",
        align: "center",
        most: 1,
      }),
    };
  });
  const end = countTop + count + draft.style("note").size * MM_PER_PT * 1.5;
  draft.add({
    kind: "stages",
    name: words.stageHead,
    box: { x: at.x, y: top, width: at.width, height: end - top },
    steps,
  });
  return draft.put({ at: { ...at, y: end + 0.8 * k }, text: words.unstatedNote, style: "note" });
};

const makeDeadlines: Making = (draft, facts, at) => {
  if (facts.deadlines.length === 0) return nothing(draft, at, "deadlines");
  const words = BRIEF_WORDS[facts.lang];
  const k = draft.type;
  let y = composeHead(draft, at, words.deadlines, "");
  const indent = 5 * k;
  for (const { title, due, words: said } of facts.deadlines) {
    const room = { x: at.x + indent, width: at.width - indent };
    draft.add({
      kind: "mark",
      x: at.x,
      y: y + 1.1 * k,
      size: 3 * k,
      alt: "",
      paths: [...BULLET],
    });
    y = draft.put({
      at: { ...room, y: y + 0.4 * k },
      text: title,
      style: "quote",
      leading: 1.4 * at.density,
    });
    y = draft.put({
      at: { ...room, y },
      text: words.deadline(due, said),
      style: "note",
      leading: 1.4 * at.density,
    });
    y += 0.8 * k * at.density;
    draft.add(rule([at.x, y], [at.x + at.width, y], 0.15, light.hairline));
  }
  return y;
};

/** As many as there is room for; fewer than three of more are no list. Each column that it takes has a head. */
const makeItems: Making = (draft, facts, at, further) => {
  const words = BRIEF_WORDS[facts.lang];
  const rows = draft.fork();
  const start = at.y + headHeight(draft);
  if (facts.itemsTotal === 0) {
    composeHead(draft, at, words.items, "");
    return draft.put({ at: { ...at, y: start }, text: words.none, style: "table" });
  }
  const spots = [at, ...further.map(({ height, ...box }) => ({ ...at, ...box, bottom: box.y + height }))];
  let column = 0;
  let y = start;
  let count = 0;
  for (const item of facts.items.slice(0, at.most)) {
    let spot = spots[column] ?? at;
    let row = itemRow(draft, item, { ...spot, y });
    const next = spots[column + 1];
    if (row.end > spot.bottom && next !== undefined && count > 0) {
      column += 1;
      spot = next;
      row = itemRow(draft, item, { ...spot, y: spot.y + headHeight(draft) });
    }
    if (row.end > spot.bottom) break;
    rows.take(row.row);
    y = row.end;
    count += 1;
  }
  composeHead(draft, at, words.items, words.itemsOf(count, facts.itemsTotal));
  for (const spot of spots.slice(1, column + 1)) composeHead(draft, spot, words.itemsGoOn, "");
  if (count < Math.min(3, facts.itemsTotal)) return Number.POSITIVE_INFINITY;
  draft.take(rows);
  if (count < facts.itemsTotal)
    draft.problems.push({ kind: "listCut", shown: count, total: facts.itemsTotal });
  return { y, columns: column };
};

function itemRow(draft: Draft, item: BriefFacts["items"][number], at: Spot): { row: Draft; end: number } {
  const k = draft.type;
  const indent = 5.4 * k;
  const row = draft.fork();
  const room = { x: at.x + indent, width: at.width - indent };
  row.add({
    kind: "mark",
    x: at.x,
    y: at.y + 1.2 * k,
    size: 3.6 * k,
    alt: item.stageWords,
    paths: itemPaths(item.type, item.stage),
  });
  const leading = 1.4 * at.density;
  let end = row.put({ at: { ...room, y: at.y + 0.5 * k }, text: item.title, style: "table", leading });
  const said = [item.regions, item.stageWords].filter(Boolean).join(" · ");
  end = row.put({ at: { ...room, y: end }, text: said, style: "note", leading }) + 0.5 * k;
  row.add(rule([at.x, end], [at.x + at.width, end], 0.15, light.hairline));
  return { row, end };
}

const makeSources =
  (brief: Brief): Making =>
  (draft, facts, at) =>
    sourcesOf(brief, facts).length === 0
      ? nothing(draft, at, "sources")
      : composeSources(draft, brief, facts, at);

const makeNote =
  (text: string): Making =>
  (draft, facts, at) => {
    const y = composeHead(draft, at, BRIEF_WORDS[facts.lang].note, "");
    return draft.put({ at: { ...at, y }, text, style: "table", leading: 1.5, most: 12, field: "note" });
  };
