import { z } from "zod";
import { zItemId } from "#domain/item.ts";
import { zAssignment } from "#domain/report/assign.ts";
import { zUnitId } from "#domain/report/exchange.ts";
import { listAssignments } from "../db/filing/assignments.ts";
import { assign } from "../filing/manage.ts";
import { procedure, router } from "../trpc.ts";

export const assignmentRouter = router({
  list: procedure("assignment.manage")
    .input(z.strictObject({ unit: zUnitId.optional() }).optional())
    .output(z.array(zAssignment))
    .query(({ ctx, input }) => listAssignments(ctx.db, input?.unit)),
  /** All units of an item at once, the lead first; none takes them all away. */
  set: procedure("assignment.manage")
    .input(z.strictObject({ item: zItemId, units: z.array(zUnitId).max(60) }))
    .output(z.array(zAssignment))
    .mutation(({ ctx, input }) => ctx.act((deed) => assign(deed, input))),
});
