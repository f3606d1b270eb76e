import { z } from "zod";
import { zRevision } from "#domain/query.ts";
import { procedure, router } from "../trpc.ts";

export const revisionRouter = router({
  get: procedure("ledger.read")
    .input(z.void())
    .output(zRevision)
    .query(({ ctx }) => ({ revision: ctx.revisions.current })),
  /** The current revision at once, then each new one: a screen refreshes itself. */
  watch: procedure("ledger.read").subscription(async function* ({ ctx, signal }) {
    yield* ctx.revisions.watch(signal);
  }),
});
