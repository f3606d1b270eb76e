import { zSourceDocument, zSourceGet } from "#domain/query.ts";
import { getSource } from "../db/references.ts";
import { publicProcedure, router } from "../trpc.ts";

export const sourceRouter = router({
  get: publicProcedure
    .input(zSourceGet)
    .output(zSourceDocument)
    .query(({ ctx, input }) => getSource(ctx.db, input.id)),
});
