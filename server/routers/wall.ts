import { z } from "zod";
import { zLatestReport, zLatestReportsQuery, zNews, zNewsQuery } from "#domain/wall/news.ts";
import { latestPublished } from "../db/filing/latest-published.ts";
import { newsOf } from "../db/news.ts";
import { procedure, router } from "../trpc.ts";

export const wallRouter = router({
  news: procedure("ledger.read")
    .input(zNewsQuery.optional())
    .output(zNews)
    .query(({ ctx, input }) => newsOf(ctx.db, input ?? {})),
  reports: procedure("ledger.read")
    .input(zLatestReportsQuery.optional())
    .output(z.array(zLatestReport))
    .query(({ ctx, input }) => latestPublished(ctx.db, input ?? {})),
});
