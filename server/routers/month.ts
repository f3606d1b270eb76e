import { z } from "zod";
import {
  zFreeze,
  zMonthEntry,
  zSnapshot,
  zSnapshotContent,
  zSnapshotGet,
  zVerified,
} from "#domain/months/snapshot.ts";
import { zSpan, zSpanQuery } from "#domain/months/summary.ts";
import { listMonths } from "../db/months/snapshots.ts";
import { summarizeSpan } from "../db/months/summary.ts";
import { freezeMonth, snapshotContent, verifySnapshot } from "../months/freeze.ts";
import { procedure, router } from "../trpc.ts";

export const monthRouter = router({
  list: procedure("ledger.read")
    .input(z.void())
    .output(z.array(zMonthEntry))
    .query(({ ctx }) => listMonths(ctx.db)),
  /** Its sums are figures of reports. */
  summary: procedure("report.published")
    .input(zSpanQuery)
    .output(zSpan)
    .query(({ ctx, input }) => summarizeSpan(ctx.db, input)),
  /** Its content holds whole reports. */
  snapshot: procedure("report.published")
    .input(zSnapshotGet)
    .output(zSnapshotContent)
    .query(({ ctx, input }) => snapshotContent(ctx.db, input.id)),
  verify: procedure("ledger.read")
    .input(zSnapshotGet)
    .output(zVerified)
    .query(({ ctx, input }) => verifySnapshot(ctx.db, input.id)),
  freeze: procedure("month.freeze")
    .input(zFreeze)
    .output(zSnapshot)
    .mutation(({ ctx, input }) => ctx.act((deed) => freezeMonth(deed, ctx.who, input))),
});
