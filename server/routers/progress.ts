import { z } from "zod";
import { zProgressQuery, zRegionProgress, zSummary, zSummaryQuery } from "#domain/query.ts";
import { progressByRegion } from "../db/progress.ts";
import { summarize } from "../db/summary.ts";
import { procedure, router } from "../trpc.ts";

export const progressRouter = router({
  byRegion: procedure("ledger.read")
    .input(zProgressQuery)
    .output(z.array(zRegionProgress))
    .query(({ ctx, input }) => progressByRegion(ctx.db, input)),
  summary: procedure("ledger.read")
    .input(zSummaryQuery.optional())
    .output(zSummary)
    .query(({ ctx, input }) => summarize(ctx.db, input ?? {})),
});
