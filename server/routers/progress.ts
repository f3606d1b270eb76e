import { z } from "zod";
import { zProgressQuery, zRegionProgress, zSummary, zSummaryQuery } from "#domain/query.ts";
import { progressByRegion } from "../db/progress.ts";
import { summarize } from "../db/summary.ts";
import { publicProcedure, router } from "../trpc.ts";

export const progressRouter = router({
  byRegion: publicProcedure
    .input(zProgressQuery)
    .output(z.array(zRegionProgress))
    .query(({ ctx, input }) => progressByRegion(ctx.db, input)),
  summary: publicProcedure
    .input(zSummaryQuery.optional())
    .output(zSummary)
    .query(({ ctx, input }) => summarize(ctx.db, input ?? {})),
});
