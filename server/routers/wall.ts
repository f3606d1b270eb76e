import { zNews, zNewsQuery } from "#domain/wall/news.ts";
import { newsOf } from "../db/news.ts";
import { publicProcedure, router } from "../trpc.ts";

export const wallRouter = router({
  news: publicProcedure
    .input(zNewsQuery.optional())
    .output(zNews)
    .query(({ ctx, input }) => newsOf(ctx.db, input ?? {})),
});
