/** 项目储备 → 前期 → 审批 → 开工: where every project of the ledger stands, since when, and what is said to be in its way. */
import { z } from "zod";
import { zItemId } from "../item.ts";
import { zMonth } from "../month.ts";
import { PROBLEM_KINDS, zDay } from "../report/report.ts";
import { type ProjectStage, type Stage, zStage } from "../stage.ts";

/** A stage from a month on, until the month in which it was another; null while it lasts. */
const zSpell = z.strictObject({
  stage: zStage,
  /** Null: since before the first month of the ledger, which does not know since when. */
  from: zMonth.nullable(),
  until: zMonth.nullable(),
});
export type Spell = z.infer<typeof zSpell>;

const zProblemTold = z.strictObject({
  month: zMonth,
  kind: z.enum(PROBLEM_KINDS),
  words: z.string(),
  /** Who has to act, and by when. */
  actor: z.string(),
  by: zDay.nullable(),
});

export const zBoard = z.strictObject({
  /** The month that the ledger knows of. */
  month: zMonth.nullable(),
  projects: z.array(
    z.strictObject({
      id: zItemId,
      title: z.string(),
      stage: zStage,
      stageWords: z.string(),
      /** The first first; the last is the present one. */
      spells: z.array(zSpell),
      /** The problem of its latest published reports, where they name one. */
      problem: zProblemTold.nullable(),
    }),
  ),
  /** Projects there are: more than are answered at once are counted on. */
  total: z.int(),
});
export type Board = z.infer<typeof zBoard>;
export type BoardProject = Board["projects"][number];

/** Most projects that a board answers with. */
export const MOST_ON_BOARD = 1000;

/** What a project was, month by month, as spells of one stage each. @param versions the first first */
export function spellsOf(versions: readonly { stage: Stage; from: string }[]): Spell[] {
  const spells: Spell[] = [];
  for (const { stage, from } of versions) {
    const last = spells.at(-1);
    if (last?.stage === stage) continue;
    if (last !== undefined) last.until = from;
    spells.push({ stage, from: last === undefined ? null : from, until: null });
  }
  return spells;
}

/** Months that a spell has lasted at the end of `month`; null where it is not known since when. */
export function monthsIn({ from, until }: Spell, month: string): number | null {
  if (from === null) return null;
  const [year = 0, number = 0] = (until ?? month).split("-").map(Number);
  const [fromYear = 0, fromNumber = 0] = from.split("-").map(Number);
  const months = (year - fromYear) * 12 + number - fromNumber;
  // The month in which it is now counts as well.
  return until === null ? months + 1 : months;
}

/** The columns of the board: a project whose stage is none of the ladder's stands in the last. */
export const BOARD_COLUMNS = [
  "planned",
  "preparation",
  "approval",
  "approved",
  "construction",
  "completed",
  "beside",
] as const;
export type BoardColumn = (typeof BOARD_COLUMNS)[number];

const STAGES: readonly ProjectStage[] = ["planned", "preparation", "approved", "construction", "completed"];

/**
 * The column that a project stands in: 审批 while it is not approved yet and an approval of it is handed in; else its
 * stage on the ladder; beside it what the source does not state, and what was stopped or given up.
 */
export function columnOf(stage: Stage, isHandedIn: boolean): BoardColumn {
  if (isHandedIn && (stage === "planned" || stage === "preparation")) return "approval";
  return STAGES.find((one) => one === stage) ?? "beside";
}
