import { z } from "zod";
import { zItemId } from "#domain/item.ts";
import { zMonth } from "#domain/month.ts";
import { zAtEdition, zReportGet, zReportReturn, zReportStep, zUnitId } from "#domain/report/exchange.ts";
import { zProposal, zProposalContent } from "#domain/report/proposal.ts";
import { REPORT_STATES, zReportId } from "#domain/report/report.ts";
import {
  acceptProposal,
  proposalsFor,
  readProposal,
  removeProposal,
  returnProposal,
  saveProposal,
  submitProposal,
  withdrawProposal,
} from "../filing/propose.ts";
import { procedure, router } from "../trpc.ts";

const zSave = z.strictObject({
  id: zReportId.nullable(),
  edition: z.int().min(0),
  unit: zUnitId,
  month: zMonth,
  item: zItemId.nullable(),
  content: zProposalContent,
});
const zList = z.strictObject({
  month: zMonth.optional(),
  states: z.array(z.enum(REPORT_STATES)).max(5).optional(),
});

export const proposalRouter = router({
  list: procedure("report.read")
    .input(zList.optional())
    .output(z.array(zProposal))
    .query(({ ctx, input }) => proposalsFor(ctx.db, ctx.who, input ?? {})),
  get: procedure("report.read")
    .input(zReportGet)
    .output(z.strictObject({ proposal: zProposal, steps: z.array(zReportStep) }))
    .query(({ ctx, input }) => readProposal(ctx.db, ctx.who, input.id)),
  save: procedure("report.write")
    .input(zSave)
    .output(zProposal)
    .mutation(({ ctx, input }) => ctx.act((deed) => saveProposal(deed, ctx.who, input))),
  submit: procedure("report.write")
    .input(zAtEdition)
    .output(zProposal)
    .mutation(({ ctx, input }) => ctx.act((deed) => submitProposal(deed, ctx.who, input))),
  remove: procedure("report.write")
    .input(zAtEdition)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.act((deed) => removeProposal(deed, ctx.who, input))),
  withdraw: procedure("report.write")
    .input(zAtEdition)
    .output(zProposal)
    .mutation(({ ctx, input }) => ctx.act((deed) => withdrawProposal(deed, ctx.who, input))),
  return: procedure("report.review")
    .input(zReportReturn)
    .output(zProposal)
    .mutation(({ ctx, input }) => ctx.act((deed) => returnProposal(deed, ctx.who, input))),
  accept: procedure("report.review")
    .input(zAtEdition)
    .output(zProposal)
    .mutation(({ ctx, input }) => ctx.act((deed) => acceptProposal(deed, ctx.who, input))),
});
