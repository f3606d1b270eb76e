import type { ItemType } from "../item.ts";
import { LADDER_OF } from "../item.ts";
import { STAGE_WORDS } from "../look/words.ts";
import { PROBLEM_KIND_WORDS } from "../report/problem-words.ts";
import { PROBLEM_KINDS } from "../report/report.ts";
import { ladderSteps, OFF_LADDER, STAGES, type Stage } from "../stage.ts";
import type { SheetColumn } from "./columns.ts";
import type { ProblemKind } from "./flat.ts";
import type { Handling } from "./issue.ts";
import { milestonesOf, milestoneText } from "./milestones.ts";
import { dayOfSerial, parseDay } from "./parse-day.ts";
import { parseMoney } from "./parse-money.ts";
import { parsePercent, plainPercent } from "./parse-percent.ts";
import { halfWidth, isEmpty, isNoneSign, type Parsed, parsed, refused } from "./parsed.ts";
import type { RawCell } from "./raw-cell.ts";

export type FlatValue = string | number | null;

/**
 * What a cell of a column says, against what stood there before: the value in its one form, or why it has none.
 * @param type decides which stages there are
 */
export function parseCell(
  { kind, most }: SheetColumn,
  cell: RawCell | undefined,
  before: FlatValue,
  type: ItemType,
): Parsed<FlatValue> {
  if (isEmpty(cell)) return parsed(null);
  if (cell.kind === "error") return refused("error-cell");
  if (cell.formula && cell.text === "") return refused("formula-without-value");
  if (cell.kind === "boolean") return refused("true-or-false");
  switch (kind) {
    case "money":
      return parseMoney(cell, before === null ? null : String(before));
    case "percent": {
      const old = typeof before === "number" ? before : null;
      const plain = plainPercent(cell);
      // A fraction may be meant otherwise: the long way asks.
      return plain !== null && plain > 1 ? parsed(plain) : parsePercent(cell, old);
    }
    case "day":
      return parseDay(cell);
    case "stage":
      return parseStage(cell, type);
    case "problem-kind":
      return parseProblemKind(cell);
    case "milestones":
      return parseMilestones(cell, before);
    default:
      return parseText(cell, most);
  }
}

/** Without commas, which no choice of a sheet's list can hold: they part its choices. */
const folded = (text: string): string => halfWidth(text).replace(/[\s,]/g, "").toLowerCase();

const namesOf = <Code extends string>(
  codes: readonly Code[],
  words: Record<Code, Record<string, string>>,
): Map<string, Code> =>
  new Map(
    codes.flatMap((code) =>
      [code, ...Object.values(words[code])].map((name) => [folded(name), code] as const),
    ),
  );

const STAGES_BY_NAME = stagesByName();
const KINDS_BY_NAME = namesOf(PROBLEM_KINDS, PROBLEM_KIND_WORDS);

/** Some words name steps of two ladders, such as Drafted. */
function stagesByName(): Map<string, Stage[]> {
  const found = new Map<string, Stage[]>();
  for (const stage of STAGES) {
    for (const name of new Set([stage, ...Object.values(STAGE_WORDS[stage])].map(folded))) {
      found.set(name, [...(found.get(name) ?? []), stage]);
    }
  }
  return found;
}

/** What may stand in the stage column of an item of this type, in the ladder's order. */
export const stagesFor = (type: ItemType): readonly Stage[] => [
  ...ladderSteps(LADDER_OF[type]),
  ...OFF_LADDER,
];

function parseStage(cell: RawCell, type: ItemType): Parsed<Stage | null> {
  const handled: Handling[] = cell.formula ? ["formula"] : [];
  const half = STAGES_BY_NAME.has(cell.text) ? cell.text : folded(cell.text);
  if (isNoneSign(half)) return parsed(null, [...handled, "none-sign"]);
  const named = STAGES_BY_NAME.get(half);
  if (named === undefined) return refused("no-such-stage");
  const steps = stagesFor(type);
  const stage = named.find((one) => steps.includes(one));
  return stage === undefined ? refused("not-on-this-ladder") : parsed(stage, handled);
}

function parseProblemKind(cell: RawCell): Parsed<ProblemKind | null> {
  const handled: Handling[] = cell.formula ? ["formula"] : [];
  const half = folded(cell.text);
  if (isNoneSign(half)) return parsed(null, [...handled, "none-sign"]);
  const kind = KINDS_BY_NAME.get(half);
  return kind === undefined ? refused("no-such-kind") : parsed(kind, handled);
}

function parseMilestones(cell: RawCell, before: FlatValue): Parsed<string | null> {
  const text = cell.text.replace(/\r\n?/g, "\n").trim();
  if (text === before) return parsed(text);
  if (isNoneSign(halfWidth(text))) return parsed(null, ["none-sign"]);
  const milestones = milestonesOf(text);
  if (typeof milestones === "string") return refused(milestones);
  const said = milestoneText(milestones);
  return parsed(said === "" ? null : said, cell.formula ? ["formula"] : []);
}

/** An apostrophe that we put before what a spreadsheet would run. */
const GUARDED = /^'(?=[=+\-@\t\r＝＋－＠])/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

function shown({ kind, text }: RawCell): string {
  if (kind === "text") return text;
  if (kind === "date") return dayOfSerial(Number(text)) ?? text;
  return kind === "percent" ? `${Number((Number(text) * 100).toPrecision(12))}%` : String(Number(text));
}

/** Words as they were typed, but for space about them and line ends; a number or a day as the sheet shows it. */
function parseText(cell: RawCell, most: number): Parsed<string | null> {
  const text = shown(cell).replace(GUARDED, "").replace(/\r\n?/g, "\n").trim();
  if (CONTROL.test(text) || !text.isWellFormed()) return refused("control-character");
  if (text.length > most) return refused("too-long");
  return parsed(text === "" ? null : text, cell.formula ? ["formula"] : undefined);
}
