/** One set of procedures for every noun of the office's own work. */
import { zBoard } from "#domain/work/board.ts";
import {
  workListSchema,
  workPageSchema,
  workReadSchema,
  workSaveSchema,
  workStepSchema,
  zWorkGet,
} from "#domain/work/exchange.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { zBulletinAsked, zBulletinText } from "#domain/work/publication.ts";
import { saveRight, workSchema } from "#domain/work/work.ts";
import { projectBoard } from "../db/work/board.ts";
import { procedure, router } from "../trpc.ts";
import { bulletinText } from "../work/bulletin.ts";
import { listWork, readWork } from "../work/read.ts";
import { receiveWork } from "../work/receive.ts";
import { saveWork } from "../work/save.ts";
import { stepWork } from "../work/step.ts";

const time = (ctx: { now?: (() => Date) | undefined }): Date => ctx.now?.() ?? new Date();

const workRouter = <N extends WorkNoun>(noun: N) =>
  router({
    list: procedure("work.read")
      .input(workListSchema(noun).optional())
      .output(workPageSchema(noun))
      .query(({ ctx, input }) => listWork(ctx.db, ctx.who, noun, input ?? {}, time(ctx))),
    get: procedure("work.read")
      .input(zWorkGet)
      .output(workReadSchema(noun))
      .query(({ ctx, input }) => readWork(ctx.db, ctx.who, noun, input.id, time(ctx))),
    save: procedure(saveRight(noun))
      .input(workSaveSchema(noun))
      .output(workSchema(noun))
      .mutation(({ ctx, input }) => ctx.act((deed) => saveWork(deed, ctx.who, noun, input, time(ctx)))),
    /** A step of the office's. */
    manage: procedure("work.manage")
      .input(workStepSchema(noun))
      .output(workSchema(noun))
      .mutation(({ ctx, input }) =>
        ctx.act((deed) => stepWork(deed, ctx.who, noun, input, { action: "work.manage", now: time(ctx) })),
      ),
    /** A step of the unit whose own it is, or of the office. */
    plan: procedure("work.plan")
      .input(workStepSchema(noun))
      .output(workSchema(noun))
      .mutation(({ ctx, input }) =>
        ctx.act((deed) => stepWork(deed, ctx.who, noun, input, { action: "work.plan", now: time(ctx) })),
      ),
    /** A step of the unit that leads it. */
    report: procedure("work.report")
      .input(workStepSchema(noun))
      .output(workSchema(noun))
      .mutation(({ ctx, input }) =>
        ctx.act((deed) => stepWork(deed, ctx.who, noun, input, { action: "work.report", now: time(ctx) })),
      ),
    /** A step of a unit that it was sent to. */
    receive: procedure("work.receive")
      .input(workStepSchema(noun))
      .output(workSchema(noun))
      .mutation(({ ctx, input }) => receiveWork(ctx, noun, input, time(ctx))),
  });

export const taskRouter = workRouter("task");
export const meetingRouter = workRouter("meeting");
export const opinionRouter = workRouter("opinion");
export const inspectionRouter = workRouter("inspection");
export const approvalRouter = workRouter("approval");
export const planRouter = workRouter("plan");
export const publicationRouter = workRouter("publication");
export const measureRouter = workRouter("measure");

/** Of the whole ledger, for who reads work: where its projects stand. */
export const boardRouter = router({
  projects: procedure("work.read")
    .output(zBoard)
    .query(({ ctx }) => projectBoard(ctx.db)),
});

/** A bulletin of a month as the ledger has it, for who sends one out: to be gone through and put right. */
export const bulletinRouter = router({
  draft: procedure("work.manage")
    .input(zBulletinAsked)
    .output(zBulletinText)
    .query(({ ctx, input }) =>
      bulletinText(ctx.db, input.month, {
        ...{ who: ctx.who, lang: "zh-CN", now: time(ctx), origin: ctx.origin },
        ...{ revision: ctx.revisions.current, path: "/export/bulletin.docx" },
      }),
    ),
});
