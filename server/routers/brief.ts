import { z } from "zod";
import { zBrief } from "#domain/brief/brief.ts";
import { zProblem } from "#domain/brief/preflight.ts";
import { zSheet } from "#domain/brief/sheet.ts";
import { makeSheet } from "../brief/make-sheet.ts";
import { procedure, router } from "../trpc.ts";

export const briefRouter = router({
  sheet: procedure("ledger.read")
    .input(zBrief)
    .output(z.strictObject({ sheet: zSheet, problems: z.array(zProblem) }))
    .query(({ ctx, input }) =>
      makeSheet(ctx.db, input, {
        boundary: ctx.boundary,
        requireReviewNumber: ctx.requireReviewNumber === true,
        origin: ctx.origin,
        revision: ctx.revisions.current,
      }),
    ),
});
