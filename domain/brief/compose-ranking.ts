import { MEASURE_UNIT, type StageCounts } from "../measure.ts";
import { LADDERS, OFF_LADDER, type Stage } from "../stage.ts";
import { fitLine } from "./break-lines.ts";
import { type Draft, light } from "./draft.ts";
import type { BriefFacts, RankingFact } from "./facts.ts";
import type { Table, TableCell, TextStyle } from "./sheet.ts";
import { BRIEF_WORDS } from "./words.ts";

type Spot = { x: number; y: number; width: number; density: number };
type BarPart = NonNullable<TableCell["bar"]>[number];

const STEPS: readonly Stage[] = [...LADDERS.project, ...OFF_LADDER];
const none = "—";
/** mm at A3: a part of the row above stands in by this; a swatch takes this with what is between it and the name. */
const INDENT = 2.6;
const SWATCH = 4;
/** Of the table's width: names come before longer bars. */
const LEAST_BAR = 0.12;
const shown = (n: number) => (n === 0 ? none : String(n));

/** Regions by their items, the whole at the foot, as a table. */
export function rankingTable(draft: Draft, facts: BriefFacts, { x, y, width, density }: Spot): Table {
  const { ranking, counts, lang, measure } = facts;
  const words = BRIEF_WORDS[lang];
  const k = draft.type;
  const body = draft.style("table");
  const head = draft.style("tableHead");
  const sum = draft.style("tableSum");
  const share = MEASURE_UNIT[measure] === "share";
  const number = Math.max(7.6 * k, draft.widthOf(words.policies, head) + 1.2 * k);
  const columns = [
    7.4 * k,
    7.4 * k,
    number,
    ...(share ? [draft.widthOf(words.share[measure] ?? "", head) + 2 * k] : []),
  ];
  const lead = 3 * k;
  const leadOf = (one: RankingFact) => (one.within ? INDENT : one.color === undefined ? 0 : SWATCH) * k;
  const most = Math.min(width * (share ? 0.17 : 0.26), 34 * k) + (width > 90 * k ? lead : 0);
  const room = width - columns.reduce((all, one) => all + one, 0);
  const widestOf = (say: typeof words.named) =>
    Math.max(0, ...ranking.map((one) => leadOf(one) + draft.widthOf(say(one), body))) + 0.6;
  // All in one way: where one has no room for its full name, none has it.
  const saidOf = widestOf(words.named) > room - width * LEAST_BAR ? words.namedShort : words.named;
  const bar = Math.max(width * LEAST_BAR, Math.min(most, room - widestOf(saidOf)));
  const name = room - bar;
  const row = 5.5 * k * density;
  const longest = Math.max(1, ...ranking.map((one) => one.projects));

  const cell = (text: string, style: TextStyle): TableCell => ({
    text,
    style,
    swatch: null,
    indent: 0,
    bar: null,
  });
  const named = (one: RankingFact): TableCell => {
    const indent = one.within ? INDENT * k : 0;
    const swatch = {
      fill: one.color ?? light.noData,
      hatch: one.color === null ? light.hatch : null,
      stroke: light.controlEdge,
    };
    const text = saidOf(one);
    const said = fitLine(text, name - leadOf(one) - 0.5, (part) => draft.widthOf(part, body));
    if (said !== text)
      draft.problems.push({
        kind: "textTooLong",
        field: "table",
        length: text.length,
        fits: said.length - 1,
      });
    return { ...cell(said, body), swatch: one.within || one.color === undefined ? null : swatch, indent };
  };
  const numbers = (items: number, projects: number, policies: number, style: TextStyle): TableCell[] =>
    [items, projects, policies].map((n) => cell(shown(n), style));
  const barOf = (one: RankingFact): TableCell => ({
    ...cell("", body),
    indent: lead,
    bar: one.within ? null : barParts(one.projectStages, longest, facts),
  });
  const hairline = { color: light.hairline, width: 0.15 };
  const strong = { color: light.ink, width: 0.3 };
  const rows: Table["rows"] = [
    {
      height: row * 1.05,
      cells: [
        words.region,
        words.total,
        words.projects,
        words.policies,
        ...(share ? [words.share[measure] ?? ""] : []),
      ]
        .map((text) => cell(text, head))
        .concat({ ...cell(words.stages, head), indent: lead }),
      rule: strong,
    },
    ...ranking.map((one) => ({
      height: row,
      cells: [
        named(one),
        ...numbers(one.items, one.projects, one.policies, body),
        ...(share ? [cell(one.value === "" ? none : one.value, body)] : []),
        barOf(one),
      ],
      rule: hairline,
    })),
  ];
  const empty = share ? [cell("", body)] : [];
  if (facts.region === null && counts.regionWide > 0) {
    rows.push({
      height: row,
      cells: [
        cell(words.regionWide, body),
        ...[String(counts.regionWide), "", ""].map((text) => cell(text, body)),
        ...empty,
        cell("", body),
      ],
      rule: hairline,
    });
  }
  rows.push({
    height: row * 1.05,
    cells: [
      cell(words.sum, sum),
      ...numbers(counts.items, counts.projects, counts.policies, sum),
      ...empty,
      cell("", body),
    ],
    rule: strong,
  });
  return {
    kind: "table",
    name: words.ranking(facts.level === "league" && facts.region === null ? "league" : "county"),
    box: { x, y, width, height: rows.reduce((all, one) => all + one.height, 0) },
    columns: [
      { width: name, align: "left" },
      ...columns.map((one) => ({ width: one, align: "right" as const })),
      { width: bar, align: "left" },
    ],
    rows,
  };
}

/** Parts of a bar as long as the region's projects, along the ladder. */
function barParts(stages: StageCounts, longest: number, { lang }: BriefFacts): BarPart[] {
  return STEPS.flatMap((stage) => {
    const n = stages[stage] ?? 0;
    if (n === 0) return [];
    const known = (LADDERS.project as readonly string[]).includes(stage);
    const color = light.stage[stage as keyof typeof light.stage] ?? light.stage.unstated;
    const open = stage === "planned" || !known;
    return [
      {
        share: n / longest,
        fill: open ? light.surface : color,
        hatch: known ? null : light.stage.unstated,
        stroke: color,
        label: `${stageWord(stage, lang)} ${n}`,
      },
    ];
  });
}

export function stageWord(stage: Stage, lang: BriefFacts["lang"]): string {
  const words = BRIEF_WORDS[lang];
  if (stage === "suspended") return words.suspended;
  if (stage === "cancelled") return words.cancelled;
  return words.short[stage as keyof typeof words.short] ?? stage;
}
