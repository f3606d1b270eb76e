import { z } from "zod";
import { zPeriod, zUnitMonth } from "../report/period.ts";
import { zDay } from "../report/report.ts";
import { zWorkNoun } from "./nouns.ts";
import { zSlip } from "./slip.ts";

/** Rows of work that a digest shows at most; the counts go on. */
export const MOST_DIGEST = 8;
/** Days for which what was assigned is new. */
export const NEW_DAYS = 7;

/** What waits for who asks, each part null where it is none of his: the first page of the desk. */
export const zDigest = z.strictObject({
  /** His unit's month. */
  filing: z.strictObject({ period: zPeriod, unit: zUnitMonth }).nullable(),
  /** Reports that wait for him to check them. */
  review: z.strictObject({ waiting: z.int().min(0) }).nullable(),
  /** How far all units are with the month. */
  month: z
    .strictObject({ period: zPeriod, units: z.int(), done: z.int(), late: z.int(), accepted: z.int() })
    .nullable(),
  /** Work of his unit, or of all for who manages it: what the rule colours, worst first. */
  work: z
    .strictObject({
      overdue: z.int().min(0),
      behind: z.int().min(0),
      soon: z.int().min(0),
      /** Slips not yet answered. */
      unanswered: z.int().min(0),
      /** Tasks reported done that nobody has looked at. */
      reported: z.int().min(0),
      /** Tasks assigned in the last days. */
      fresh: z.int().min(0),
      /** Bulletins and notices that his unit was sent and has not read. */
      unread: z.int().min(0),
      rows: z.array(
        z.strictObject({
          noun: zWorkNoun,
          id: z.string(),
          number: z.string(),
          title: z.string(),
          lead: z.string().nullable(),
          due: zDay.nullable(),
          slip: zSlip,
        }),
      ),
    })
    .nullable(),
});
export type Digest = z.infer<typeof zDigest>;
