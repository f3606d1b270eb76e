import { z } from "zod";
import { zRegionEntry } from "#domain/query.ts";
import { listRegions } from "../db/references.ts";
import { procedure, router } from "../trpc.ts";

export const regionRouter = router({
  list: procedure("ledger.read")
    .input(z.void())
    .output(z.array(zRegionEntry))
    .query(({ ctx }) => listRegions(ctx.db)),
});
