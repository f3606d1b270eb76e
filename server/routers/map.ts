import { z } from "zod";
import { zAssets, zBoundaryCredit } from "#domain/page.ts";
import { zMapFeatures, zMapQuery } from "#domain/query.ts";
import { mapFeatures } from "../db/map-features.ts";
import { procedure, router } from "../trpc.ts";

export const mapRouter = router({
  features: procedure("ledger.read")
    .input(zMapQuery.optional())
    .output(zMapFeatures)
    .query(({ ctx, input }) => mapFeatures(ctx.db, input ?? {})),
  /** For a page that did not bring it with its HTML. */
  base: procedure("ledger.read")
    .input(z.void())
    .output(z.strictObject({ assets: zAssets, boundary: zBoundaryCredit }))
    .query(({ ctx: { assets, boundary } }) => ({ assets, boundary })),
});
