import type { ItemType, Sector } from "./item.ts";
import { LADDER_OF } from "./item.ts";
import type { Ladder, Stage } from "./stage.ts";

/**
 * The one table from the norms that the source's records carry to the steps of our ladders.
 * A norm says how the literal words were read; the words themselves stay beside it as `stageWords`.
 * Two readings share a step in four places, and the record's `stageNote` says so (`MARKED_NORMS`):
 * a preliminary scheme is not yet the plan; approval by the regional government is not yet publication;
 * signed and issued are not told apart; being entered in a signed memorandum counts as signed.
 */
const STAGE_OF_NORM: Record<Ladder, Readonly<Record<string, Stage>>> = {
  project: {
    planned: "planned",
    preliminary: "preparation",
    feasibility_study_done: "preparation",
    feasibility_under_review: "preparation",
    approved: "approved",
    under_construction: "construction",
    operating: "completed",
    unspecified_progress: "unstated",
  },
  policy: {
    proposed: "proposed",
    applying: "applying",
    agreed: "agreed",
    listed: "listed",
    adopted_by_regional_government: "listed",
    issued: "issued",
    continuing: "unstated",
  },
  agreement: {
    intent: "intent",
    listed: "signed",
    signed: "signed",
    signed_or_issued: "signed",
  },
  plan: {
    drafted: "drafted",
    submitted: "submitted",
    in_preliminary_scheme: "submitted",
    included_in_national_plan: "included",
  },
  mechanism: {
    continuing: "ongoing",
    established: "established",
    issued: "issued",
    done: "done",
    unspecified_progress: "unstated",
  },
  directive: {
    context: "noted",
    required: "required",
  },
};

/** The step a norm means on the ladder of a type; null where that ladder has no such norm. */
export function stageOfNorm(type: ItemType, norm: string): Stage | null {
  const steps = STAGE_OF_NORM[LADDER_OF[type]];
  return Object.hasOwn(steps, norm) ? (steps[norm] ?? null) : null;
}

/** Every norm of a ladder, for tests and for error messages. */
export const normsOf = (ladder: Ladder): string[] => Object.keys(STAGE_OF_NORM[ladder]);

const MARKED_NORMS: Partial<Record<Ladder, readonly string[]>> = {
  policy: ["adopted_by_regional_government"],
  agreement: ["listed", "signed_or_issued"],
  plan: ["in_preliminary_scheme"],
};

/** True for a norm that shares its step with a plainer one: its record must say so in `stageNote`. */
export const isMarkedNorm = (type: ItemType, norm: string): boolean =>
  MARKED_NORMS[LADDER_OF[type]]?.includes(norm) ?? false;

/** Words by which a policy is a pilot (试点示范) rather than a support policy. */
const PILOT_WORDS = ["试点", "试验区", "实验区"] as const;

/** Decides between the two types of the policy ladder by the words of the title. */
export const policyType = (title: string): "pilot" | "support" =>
  PILOT_WORDS.some((word) => title.includes(word)) ? "pilot" : "support";

/**
 * The source's sector words, up to the first stroke, to our sectors. 商贸流通 stands in the source for
 * farm produce alone, 改革试点 for the reform of one resource city, so they go with what they are about.
 */
const SECTOR_OF_WORD: Readonly<Record<string, Sector>> = {
  综合: "general",
  水利: "water",
  生态环保: "ecology",
  农牧业: "agriculture",
  商贸流通: "agriculture",
  工业: "industry",
  能源: "energy",
  公路: "transport",
  民航: "transport",
  口岸开放: "ports",
  财政金融: "finance",
  教育: "science",
  科技: "science",
  信息: "science",
  扶贫: "livelihood",
  民生保障: "livelihood",
  社会管理: "livelihood",
  文化: "culture",
  民族: "culture",
  城镇建设: "urban",
  国土资源: "urban",
  区域合作: "region",
  改革试点: "region",
  机制: "office",
};

/** Sector of words such as 工业/煤化工 or 机制; null for words the table does not know. */
export function sectorOfWords(words: string): Sector | null {
  const head = words.split("/")[0] ?? "";
  return Object.hasOwn(SECTOR_OF_WORD, head) ? (SECTOR_OF_WORD[head] ?? null) : null;
}
