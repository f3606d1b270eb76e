import { z } from "zod";
import { zUnitList } from "#domain/query.ts";
import { listUnits } from "../db/references.ts";
import { publicProcedure, router } from "../trpc.ts";

export const unitRouter = router({
  list: publicProcedure
    .input(z.void())
    .output(zUnitList)
    .query(({ ctx }) => listUnits(ctx.db)),
});
