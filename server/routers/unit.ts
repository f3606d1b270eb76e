import { z } from "zod";
import { zNewUnit } from "#domain/people/new-unit.ts";
import { zUnitList } from "#domain/query.ts";
import { zUnit } from "#domain/unit.ts";
import { listUnits } from "../db/references.ts";
import { addUnit } from "../people/add-unit.ts";
import { procedure, router } from "../trpc.ts";

export const unitRouter = router({
  list: procedure("ledger.read")
    .input(z.void())
    .output(zUnitList)
    .query(({ ctx }) => listUnits(ctx.db)),
  add: procedure("unit.manage")
    .input(zNewUnit)
    .output(zUnit)
    .mutation(({ ctx, input }) => addUnit(ctx, input)),
});
