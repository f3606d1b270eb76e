/** What is asked of a report's way over the wire, and what is answered. */
import { z } from "zod";
import { zItemId, zItemType } from "../item.ts";
import { zLightChanges } from "../light/changes.ts";
import { zMonth } from "../month.ts";
import { zItemRow } from "../query.ts";
import { zStage } from "../stage.ts";
import { FILING_STATES, zDueDay, zPeriod } from "./period.ts";
import { REMINDERS } from "./reminder.ts";
import {
  REPORT_STATES,
  zDay,
  zReport,
  zReportContent,
  zReportDraft,
  zReportId,
  zReportState,
} from "./report.ts";

export const zUnitId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/);

/** Where in a report's content something is: `["investment", "year", "actual"]`. */
export const zFieldPath = z.array(z.union([z.string().max(80), z.int().min(0).max(1000)])).max(6);
/** What a reviewer says at a field; an empty path is the report as a whole. */
export const zComment = z.strictObject({ path: zFieldPath, words: z.string().trim().min(1).max(1000) });
export type Comment = z.infer<typeof zComment>;

const zReason = z.string().trim().min(1).max(1000);

/** `edition`: of the report that was looked at; 0 where there was none. */
const zEdition = z.int().min(0).max(1_000_000_000);
export const zAtEdition = z.strictObject({ id: zReportId, edition: zEdition });

export const zReportSave = z.strictObject({
  unit: zUnitId,
  month: zMonth,
  item: zItemId,
  edition: zEdition,
  content: zReportDraft,
});
export const zReportReturn = z.strictObject({
  id: zReportId,
  edition: zEdition,
  comments: z.array(zComment).min(1).max(60),
});
/** Most reports that one request accepts. */
export const MOST_ACCEPTED = 500;
export const zReportAccept = z.strictObject({ reports: z.array(zAtEdition).min(1).max(MOST_ACCEPTED) });
export const zReportCorrect = z.strictObject({ id: zReportId, reason: zReason });
export const zReportGet = z.strictObject({ id: zReportId });
export const zUnitAndMonth = z.strictObject({ unit: zUnitId, month: zMonth });
export const zMonthOnly = z.strictObject({ month: zMonth });
export const zDueSet = z.strictObject({ month: zMonth, dueOn: zDay, note: zReason });

export const zDueRuleSet = z.strictObject({ dueDay: zDueDay, note: zReason });

export const zIssue = z.strictObject({
  path: z.array(z.union([z.string(), z.number()])),
  message: z.string(),
});
/** What was handed in, and what was left with the unit for its faults. */
export const zSubmitted = z.strictObject({
  submitted: z.array(zReport),
  refused: z.array(z.strictObject({ id: zReportId, item: zItemId, issues: z.array(zIssue) })),
});
export type Submitted = z.infer<typeof zSubmitted>;

/** A report to read: what the item was before its month, what the last report said, what was said of it. */
export const zReportRead = z.strictObject({
  report: zReport,
  title: z.string(),
  unitName: z.string(),
  type: zItemType,
  stageBefore: zStage,
  lead: z.boolean(),
  previous: z.strictObject({ month: zMonth, content: zReportContent }).nullable(),
  differences: z.array(zFieldPath),
  /** Of its last return; empty where it was not returned, or has been handed in since. */
  comments: z.array(zComment),
});
export type ReportRead = z.infer<typeof zReportRead>;

export const zReportStep = z.strictObject({
  step: z.string(),
  state: zReportState,
  at: z.string(),
  by: z.string(),
  comments: z.array(zComment),
});
export type ReportStep = z.infer<typeof zReportStep>;
/** All versions of one unit's report of an item for a month, latest first, each with its way. */
export const zReportHistory = z.array(z.strictObject({ report: zReport, steps: z.array(zReportStep) }));
export type ReportHistory = z.infer<typeof zReportHistory>;

export const zInboxQuery = z.strictObject({
  month: zMonth.optional(),
  unit: zUnitId.optional(),
  states: z.array(z.enum(REPORT_STATES)).max(5).optional(),
});
export type InboxQuery = z.infer<typeof zInboxQuery>;
export const MOST_INBOX = 1000;
export const zInbox = z.array(
  z.strictObject({
    id: zReportId,
    item: zItemId,
    title: z.string(),
    type: zItemType,
    unit: z.string(),
    unitName: z.string(),
    month: zMonth,
    version: z.int(),
    state: zReportState,
    edition: z.int(),
    stage: zStage.nullable(),
    stageBefore: zStage,
    plannedPercent: z.number().nullable(),
    actualPercent: z.number().nullable(),
    hasProblem: z.boolean(),
    editedBy: z.string(),
    editedAt: z.string(),
  }),
);
export type Inbox = z.infer<typeof zInbox>;

/** What came out with a month just now, and the ledger's revision since. */
export const zPublished = z.strictObject({
  month: zMonth,
  reports: z.int().min(0),
  /** Items that came in or changed by proposals. */
  items: z.array(zItemId),
  revision: z.int(),
});
export type Published = z.infer<typeof zPublished>;

/** What publishing a month would do, were it done now: against the published month before it. */
export const zForetold = z.strictObject({ month: zMonth, reports: z.int().min(0), changes: zLightChanges });
export type Foretold = z.infer<typeof zForetold>;

/** One unit's month, item by item, a page of its items at once. */
export const zMine = z.strictObject({
  period: zPeriod,
  unit: z.strictObject({
    id: z.string(),
    name: z.string(),
    nameEn: z.string(),
    filesTo: z.string().nullable(),
  }),
  state: z.enum(FILING_STATES),
  reminder: z.enum(REMINDERS).nullable(),
  nil: z.strictObject({ at: z.string(), by: z.string() }).nullable(),
  items: z.array(
    z.strictObject({
      item: zItemRow,
      lead: z.boolean(),
      /** Where the ledger had it before this month: a step back from here needs its reason. */
      stageBefore: zStage,
      /** The unit's last report before this month. */
      previous: z.strictObject({ month: zMonth, content: zReportContent }).nullable(),
      /** What a form starts with while there is no report. */
      prefilled: zReportDraft,
      report: zReport.nullable(),
      comments: z.array(zComment),
      /** Fields in which the report, or what it starts with, differs from the last. */
      differences: z.array(zFieldPath),
    }),
  ),
  /** Where the next page begins; null after the last. */
  nextCursor: z.int().nullable(),
});
export type Mine = z.infer<typeof zMine>;
export const zMineQuery = z.strictObject({
  unit: zUnitId.optional(),
  month: zMonth.optional(),
  /** This item alone. */
  item: zItemId.optional(),
  cursor: z.int().min(0).optional(),
});
export type MineQuery = z.infer<typeof zMineQuery>;
