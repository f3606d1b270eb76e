import { zMapFeatures, zMapQuery } from "#domain/query.ts";
import { mapFeatures } from "../db/map-features.ts";
import { publicProcedure, router } from "../trpc.ts";

export const mapRouter = router({
  features: publicProcedure
    .input(zMapQuery.optional())
    .output(zMapFeatures)
    .query(({ ctx, input }) => mapFeatures(ctx.db, input ?? {})),
});
