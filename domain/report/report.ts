import { z } from "zod";
import { zItemId } from "../item.ts";
import { zMoney } from "../money.ts";
import { zMonth } from "../month.ts";
import { zStage } from "../stage.ts";

export const zDay = z.iso.date();

/** draft → submitted → returned or accepted → published; one that is withdrawn is a draft again. */
export const REPORT_STATES = ["draft", "submitted", "returned", "accepted", "published"] as const;
export const zReportState = z.enum(REPORT_STATES);
export type ReportState = z.infer<typeof zReportState>;

/** Longest text of a field, in characters. */
export const MOST_TEXT = 4000;
const zText = z.string().max(MOST_TEXT);

/** 0 to 100 with one decimal at most. */
const zPercent = z
  .number()
  .min(0)
  .max(100)
  .refine((n) => Math.abs(n * 10 - Math.round(n * 10)) < 1e-9, "expected one decimal at most");

const zInvestment = z.strictObject({ planned: zMoney.nullable(), actual: zMoney.nullable() });

export const zMilestone = z.strictObject({
  name: z.string().min(1).max(200),
  plannedOn: zDay.nullable(),
  actualOn: zDay.nullable(),
});

export const PROBLEM_KINDS = [
  "funds",
  "land",
  "approval",
  "environment",
  "resettlement",
  "design",
  "coordination",
  "other",
] as const;
export const zProblem = z.strictObject({
  kind: z.enum(PROBLEM_KINDS),
  words: zText.min(1),
  /** Who must act: a unit of the ledger, or in words who is none. */
  actor: z.string().min(1).max(200),
  by: zDay.nullable(),
});

/** A file that lies by its hash; the name is what the unit called it. */
export const zAttachment = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(200),
  type: z.enum(["pdf", "jpeg", "png", "docx", "xlsx"]),
  bytes: z.int().min(1),
});
export type Attachment = z.infer<typeof zAttachment>;

/** What one unit says of one item for one month. Null is "not said", never nought. */
export const zReportContent = z.strictObject({
  stage: zStage,
  /** Why the stage is a step back from last month's; null where it is none. */
  backReason: zText.nullable(),
  /** 序时进度: percent of the whole work that should be done by the month's end, and that is. */
  plannedPercent: zPercent.nullable(),
  actualPercent: zPercent.nullable(),
  /** When work is to start and when it did: what the rule of 开工 looks at. */
  startPlannedOn: zDay.nullable(),
  startActualOn: zDay.nullable(),
  /** 万元, of this month, since January, since the beginning. */
  investment: z.strictObject({ month: zInvestment, year: zInvestment, total: zInvestment }),
  milestones: z.array(zMilestone).max(40),
  done: zText,
  problem: zProblem.nullable(),
  next: zText,
  attachments: z.array(zAttachment).max(20),
});
export type ReportContent = z.infer<typeof zReportContent>;

const zLoose = (most: number) => z.string().max(most);
const zLooseMoney = z.strictObject({ planned: zLoose(20).nullable(), actual: zLoose(20).nullable() });

/**
 * A report as one types it: every field is there, what is required may be missing, a figure or a day may be half
 * written. Whatever is a `zReportContent` is one of these; `completeContent` goes the other way.
 */
export const zReportDraft = z.strictObject({
  stage: zStage.nullable(),
  backReason: zLoose(MOST_TEXT).nullable(),
  plannedPercent: z.number().nullable(),
  actualPercent: z.number().nullable(),
  startPlannedOn: zLoose(10).nullable(),
  startActualOn: zLoose(10).nullable(),
  investment: z.strictObject({ month: zLooseMoney, year: zLooseMoney, total: zLooseMoney }),
  milestones: z
    .array(
      z.strictObject({
        name: zLoose(200),
        plannedOn: zLoose(10).nullable(),
        actualOn: zLoose(10).nullable(),
      }),
    )
    .max(40),
  done: zLoose(MOST_TEXT),
  problem: z
    .strictObject({
      kind: z.enum(PROBLEM_KINDS).nullable(),
      words: zLoose(MOST_TEXT),
      actor: zLoose(200),
      by: zLoose(10).nullable(),
    })
    .nullable(),
  next: zLoose(MOST_TEXT),
  attachments: z.array(zAttachment).max(20),
});
export type ReportDraft = z.infer<typeof zReportDraft>;

export const zReportId = z.string().regex(/^[0-9a-z]{26}$/);

/** A report with where it is on its way. `edition` counts up with every change of the row. */
export const zReport = z.strictObject({
  id: zReportId,
  item: zItemId,
  unit: z.string(),
  month: zMonth,
  /** 1, and one more for each correction after publication. */
  version: z.int().min(1),
  state: zReportState,
  /** Complete once it is handed in. */
  content: zReportDraft,
  edition: z.int().min(1),
  /** Why a published report is corrected; null for the first version. */
  reason: zText.nullable(),
  /** Name of the account that wrote last. */
  editedBy: z.string(),
  editedAt: z.string(),
});
export type Report = z.infer<typeof zReport>;
