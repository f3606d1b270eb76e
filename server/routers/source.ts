import { zSourceDocument, zSourceGet } from "#domain/query.ts";
import { getSource } from "../db/references.ts";
import { procedure, router } from "../trpc.ts";

export const sourceRouter = router({
  get: procedure("ledger.read")
    .input(zSourceGet)
    .output(zSourceDocument)
    .query(({ ctx, input }) => getSource(ctx.db, input.id)),
});
