import { z } from "zod";
import {
  zAtEdition,
  zForetold,
  zInbox,
  zInboxQuery,
  zMonthOnly,
  zPublished,
  zReportAccept,
  zReportCorrect,
  zReportGet,
  zReportHistory,
  zReportRead,
  zReportReturn,
  zReportSave,
  zSubmitted,
  zUnitAndMonth,
} from "#domain/report/exchange.ts";
import { zReport } from "#domain/report/report.ts";
import { correctReport } from "../filing/correct.ts";
import { foretellMonth } from "../filing/foretell.ts";
import { fileNil, undoNil } from "../filing/nil.ts";
import { publishMonth } from "../filing/publish.ts";
import { inbox, readReport, reportHistory } from "../filing/read.ts";
import { saveReport } from "../filing/save.ts";
import { acceptReports, returnReport, submitAll, submitReport, withdrawReport } from "../filing/take-step.ts";
import { procedure, router } from "../trpc.ts";

export const reportRouter = router({
  get: procedure("report.read")
    .input(zReportGet)
    .output(zReportRead)
    .query(({ ctx, input }) => readReport(ctx.db, ctx.who, input.id)),
  history: procedure("report.read")
    .input(zReportGet)
    .output(zReportHistory)
    .query(({ ctx, input }) => reportHistory(ctx.db, ctx.who, input.id)),
  inbox: procedure("report.review")
    .input(zInboxQuery.optional())
    .output(zInbox)
    .query(({ ctx, input }) => inbox(ctx.db, ctx.who, input ?? {})),
  save: procedure("report.write")
    .input(zReportSave)
    .output(zReport)
    .mutation(({ ctx, input }) => ctx.act((deed) => saveReport(deed, ctx.who, input))),
  submit: procedure("report.write")
    .input(zAtEdition)
    .output(zReport)
    .mutation(({ ctx, input }) => ctx.act((deed) => submitReport(deed, ctx.who, input))),
  submitAll: procedure("report.write")
    .input(zUnitAndMonth)
    .output(zSubmitted)
    .mutation(({ ctx, input }) => ctx.act((deed) => submitAll(deed, ctx.who, input))),
  withdraw: procedure("report.write")
    .input(zAtEdition)
    .output(zReport)
    .mutation(({ ctx, input }) => ctx.act((deed) => withdrawReport(deed, ctx.who, input))),
  return: procedure("report.review")
    .input(zReportReturn)
    .output(zReport)
    .mutation(({ ctx, input }) => ctx.act((deed) => returnReport(deed, ctx.who, input))),
  accept: procedure("report.review")
    .input(zReportAccept)
    .output(z.array(zReport))
    .mutation(({ ctx, input }) => ctx.act((deed) => acceptReports(deed, ctx.who, input))),
  correct: procedure("report.write")
    .input(zReportCorrect)
    .output(zReport)
    .mutation(({ ctx, input }) => ctx.act((deed) => correctReport(deed, ctx.who, input))),
  publish: procedure("report.publish")
    .input(zMonthOnly)
    .output(zPublished)
    .mutation(({ ctx, input }) => ctx.act((deed) => publishMonth(deed, ctx.who, input))),
  /** What `publish` would do, without doing it. */
  foretell: procedure("report.publish")
    .input(zMonthOnly)
    .output(zForetold)
    .mutation(({ ctx, input }) => foretellMonth(ctx.act, ctx.who, input)),
  nil: procedure("report.write")
    .input(zUnitAndMonth)
    .output(z.strictObject({ at: z.string(), by: z.string() }))
    .mutation(({ ctx, input }) => ctx.act((deed) => fileNil(deed, ctx.who, input))),
  undoNil: procedure("report.write")
    .input(zUnitAndMonth)
    .mutation(({ ctx, input }) => ctx.act((deed) => undoNil(deed, ctx.who, input))),
});
