import { corridorDash } from "../look/marks.ts";
import { boxOf, type Draft, light, type Put, rule } from "./draft.ts";
import type { BriefFacts, LegendFact } from "./facts.ts";
import type { Layout } from "./layout.ts";
import { itemPaths, lightPaths, placePaths } from "./mark-paths.ts";
import type { Box, MarkElement, Ramp } from "./sheet.ts";
import { BRIEF_WORDS } from "./words.ts";

type Of<K extends LegendFact["kind"]> = Extract<LegendFact, { kind: K }>;
type Cursor = { x: number; y: number; width: number };

/** The card of the legend in its corner of the map, or `below` the title: what is visible, marks as well as colours. */
export function composeLegend(
  draft: Draft,
  facts: BriefFacts,
  layout: Layout,
  below: Pick<Box, "x" | "y">,
): Box {
  const { map } = layout;
  const k = draft.type;
  const width = Math.min(map.width * 0.46, (facts.lang === "en" ? 92 : 80) * k);
  const margin = 4.5 * k;
  const height = legendIn(draft.fork(), facts, { x: 0, y: 0, width });
  const { x, y } = {
    "upper-left": { x: map.x + margin, y: map.y + margin },
    "under-title": { x: below.x, y: below.y + 5 * k },
    "lower-right": {
      x: map.x + map.width - width - margin,
      y: map.y + map.height - height - margin - 4 * k,
    },
  }[layout.legend];
  const box = { x, y, width, height };
  draft.add(boxOf(box, { fill: light.surface, stroke: light.ink3, strokeWidth: 0.15 }));
  legendIn(draft, facts, { x, y, width });
  return box;
}

/** Returns the height of the card. */
function legendIn(draft: Draft, facts: BriefFacts, at: Cursor): number {
  const k = draft.type;
  const words = BRIEF_WORDS[facts.lang];
  const of = <K extends LegendFact["kind"]>(kind: K) =>
    facts.legend.filter((entry): entry is Of<K> => entry.kind === kind);
  const pad = 3.6 * k;
  const inner = { x: at.x + pad, width: at.width - 2 * pad };
  let y = at.y + 2.6 * k;
  const head = (text: string) => {
    y = draft.put({ at: { ...inner, y }, text, style: "strong", role: "head", leading: 1.7 }) + 0.4 * k;
  };
  for (const ramp of of("ramp")) {
    head(ramp.title);
    const cells = [
      ...ramp.classes.map((one) => ({ ...one, hatched: false })),
      { ...ramp.zero, hatched: false },
      { color: light.noData, label: ramp.none, hatched: true },
    ];
    y = rampIn(draft, cells, ramp.classes.length, { ...inner, y });
    if (ramp.n !== null) y = draft.put({ at: { ...inner, y }, text: ramp.n, style: "note" });
  }
  for (const mix of of("mix")) {
    head(mix.title);
    const cells = [
      ...mix.stages.map((one) => ({ ...one, hatched: false })),
      { color: light.surface, label: mix.none, hatched: true },
    ];
    y = rampIn(draft, cells, mix.stages.length, { ...inner, y });
  }
  const stages = of("stage");
  if (stages.length > 0) {
    head(words.legendStages);
    const entries = stages.map(({ type, stage, label }) => ({ label, paths: itemPaths(type, stage) }));
    y = marksIn(draft, entries, { ...inner, y });
  }
  const lights = of("light").map((entry) => ({ label: entry.label, paths: lightPaths(entry.light) }));
  if (lights.length > 0) {
    head(words.legendLights);
    y = marksIn(draft, lights, { ...inner, y });
  }
  const lines = of("line");
  const places = of("place").map(({ place, label }) => ({ label, paths: placePaths[place] }));
  if (lines.length > 0) {
    head(places.length > 0 ? words.legendLinesAndPlaces : words.legendLines);
    y = linesIn(draft, lines, { ...inner, y });
  } else if (places.length > 0) head(words.legendPlaces);
  if (places.length > 0) y = marksIn(draft, places, { ...inner, y });
  for (const { text } of of("note")) {
    y = draft.put({ at: { ...inner, y: y + 0.4 * k }, text, style: "note", leading: 1.4 });
  }
  return y + 2.2 * k - at.y;
}

type Cell = { color: string; label: string; hatched: boolean };

/** Classes side by side; what is outside them stands apart. */
function rampIn(draft: Draft, cells: readonly Cell[], inside: number, at: Cursor): number {
  const k = draft.type;
  const gap = 2 * k;
  const note = draft.style("note");
  const wide = cells.slice(inside).map(({ label }) => Math.max(7 * k, draft.widthOf(label, note) + 0.4));
  const rest = wide.reduce((sum, one) => sum + one + gap, 0);
  const each = (at.width - rest) / inside;
  const height = 3.4 * k;
  let x = at.x;
  const classes: Ramp["classes"] = cells.map(({ color, label, hatched }, index) => {
    if (index >= inside) x += gap;
    const width = index < inside ? each : (wide[index - inside] ?? each);
    const box = { x, y: at.y + 0.4 * k, width, height };
    const put: Put = {
      at: { x, y: box.y + height, width: width + gap },
      text: label,
      style: "note",
      role: "label",
    };
    const said = draft.text({ ...put, most: 1 });
    x += width;
    const hatch = hatched ? light.hatch : null;
    return { box, fill: color, hatch, stroke: light.controlEdge, label: said };
  });
  draft.add({
    kind: "ramp",
    box: { x: at.x, y: at.y, width: at.width, height: height + 4 * k },
    classes,
  });
  return at.y + height + 5 * k;
}

type Entry = { label: string; paths: MarkElement["paths"] | readonly MarkElement["paths"][number][] };

/** As many columns as the longest label allows. */
function marksIn(draft: Draft, entries: readonly Entry[], at: Cursor): number {
  const k = draft.type;
  const size = 3.6 * k;
  const labels = entries.map(({ label }) => draft.widthOf(label, draft.style("note")));
  return gridIn(draft, labels, size + 1.6 * k, at, (index, x, y, row) => {
    const entry = entries[index];
    if (entry === undefined) return;
    draft.add({
      kind: "mark",
      x,
      y: y + (row - size) / 2,
      size,
      alt: entry.label,
      paths: [...entry.paths],
    });
    labelAt(draft, entry.label, x + size + 1.6 * k, y, row);
  });
}

function linesIn(draft: Draft, lines: readonly Of<"line">[], at: Cursor): number {
  const k = draft.type;
  const sample = 10 * k;
  const width = 0.55 * k;
  const labels = lines.map(({ label }) => draft.widthOf(label, draft.style("note")));
  return gridIn(draft, labels, sample + 1.6 * k, at, (index, x, y, row) => {
    const line = lines[index];
    if (line === undefined) return;
    const dash = corridorDash(line.look.kind, line.look.later).map((part) => part * width);
    const middle = y + row / 2;
    const drawn = rule([x, middle], [x + sample, middle], width, light.corridor[line.look.kind]);
    draft.add(drawn.kind === "rule" ? { ...drawn, dash } : drawn);
    labelAt(draft, line.label, x + sample + 1.6 * k, y, row);
  });
}

/** Three to a row, in steps of half a column: a long label takes the room of three or more of them. */
function gridIn(
  draft: Draft,
  labels: readonly number[],
  lead: number,
  at: Cursor,
  put: (index: number, x: number, y: number, row: number) => void,
): number {
  const k = draft.type;
  const row = 5 * k;
  const step = at.width / COLUMNS;
  let column = 0;
  let y = at.y;
  for (const [index, label] of labels.entries()) {
    const span = Math.min(COLUMNS, Math.max(2, Math.ceil((label + lead + 1.2 * k) / step)));
    if (column + span > COLUMNS) {
      column = 0;
      y += row;
    }
    put(index, at.x + column * step, y, row);
    column += span;
  }
  return y + row + 0.4 * k;
}
const COLUMNS = 6;

function labelAt(draft: Draft, text: string, x: number, y: number, row: number): void {
  const style = draft.style("note");
  const said = draft.text({
    at: { x, y, width: draft.widthOf(text, style) + 1 },
    text,
    style: "note",
    role: "label",
  });
  const down = (row - said.box.height) / 2;
  draft.add({
    ...said,
    box: { ...said.box, y: said.box.y + down },
    lines: said.lines.map((line) => ({ ...line, baseline: line.baseline + down })),
  });
}
