import { z } from "zod";
import { zDueRuleSet, zDueSet, zMine, zMineQuery, zMonthOnly } from "#domain/report/exchange.ts";
import { zDueRule, zPeriod, zPeriodStatus } from "#domain/report/period.ts";
import { dueRule, listPeriods } from "../db/filing/periods.ts";
import { openByHand, setDue, setDueRule } from "../filing/manage.ts";
import { periodStatus, unitMonth } from "../filing/read.ts";
import { procedure, router } from "../trpc.ts";

const time = (ctx: { now?: (() => Date) | undefined }): Date => ctx.now?.() ?? new Date();

export const periodRouter = router({
  list: procedure("period.read")
    .input(z.void())
    .output(z.array(zPeriod))
    .query(({ ctx }) => listPeriods(ctx.db)),
  get: procedure("period.read")
    .input(zMonthOnly)
    .output(zPeriodStatus)
    .query(({ ctx, input }) => periodStatus(ctx.db, ctx.who, input.month, time(ctx))),
  mine: procedure("report.read")
    .input(zMineQuery.optional())
    .output(zMine)
    .query(({ ctx, input }) => unitMonth(ctx.db, ctx.who, input ?? {}, time(ctx))),
  rule: procedure("period.read")
    .input(z.void())
    .output(zDueRule)
    .query(({ ctx }) => dueRule(ctx.db)),
  setRule: procedure("period.manage")
    .input(zDueRuleSet)
    .output(zDueRule)
    .mutation(({ ctx, input }) => ctx.act((deed) => setDueRule(deed, input))),
  setDue: procedure("period.manage")
    .input(zDueSet)
    .output(zPeriod)
    .mutation(({ ctx, input }) => ctx.act((deed) => setDue(deed, input))),
  open: procedure("period.manage")
    .input(zMonthOnly)
    .output(zPeriod)
    .mutation(({ ctx, input }) => ctx.act((deed) => openByHand(deed, input, time(ctx)))),
});
