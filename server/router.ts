import { accountRouter } from "./routers/account.ts";
import { assignmentRouter } from "./routers/assignment.ts";
import { auditRouter } from "./routers/audit.ts";
import { briefRouter } from "./routers/brief.ts";
import { calendarRouter } from "./routers/calendar.ts";
import { contactRouter } from "./routers/contact.ts";
import { digestRouter } from "./routers/digest.ts";
import { lightRouter } from "./routers/light.ts";
import { mapRouter } from "./routers/map.ts";
import { monthRouter } from "./routers/month.ts";
import { periodRouter } from "./routers/period.ts";
import { policyRouter } from "./routers/policy.ts";
import { progressRouter } from "./routers/progress.ts";
import { projectRouter } from "./routers/project.ts";
import { proposalRouter } from "./routers/proposal.ts";
import { regionRouter } from "./routers/region.ts";
import { remoteRouter } from "./routers/remote.ts";
import { reportRouter } from "./routers/report.ts";
import { revisionRouter } from "./routers/revision.ts";
import { screenRouter } from "./routers/screen.ts";
import { sessionRouter, setupRouter } from "./routers/session.ts";
import { sourceRouter } from "./routers/source.ts";
import { unitRouter } from "./routers/unit.ts";
import { uploadRouter } from "./routers/upload.ts";
import { wallRouter } from "./routers/wall.ts";
import {
  approvalRouter,
  boardRouter,
  bulletinRouter,
  inspectionRouter,
  measureRouter,
  meetingRouter,
  opinionRouter,
  planRouter,
  publicationRouter,
  taskRouter,
} from "./routers/work.ts";
import { createCallerFactory, router } from "./trpc.ts";

export const appRouter = router({
  region: regionRouter,
  project: projectRouter,
  policy: policyRouter,
  progress: progressRouter,
  map: mapRouter,
  light: lightRouter,
  month: monthRouter,
  source: sourceRouter,
  unit: unitRouter,
  revision: revisionRouter,
  brief: briefRouter,
  wall: wallRouter,
  remote: remoteRouter,
  audit: auditRouter,
  period: periodRouter,
  report: reportRouter,
  upload: uploadRouter,
  proposal: proposalRouter,
  assignment: assignmentRouter,
  task: taskRouter,
  meeting: meetingRouter,
  opinion: opinionRouter,
  inspection: inspectionRouter,
  approval: approvalRouter,
  plan: planRouter,
  publication: publicationRouter,
  measure: measureRouter,
  board: boardRouter,
  bulletin: bulletinRouter,
  session: sessionRouter,
  setup: setupRouter,
  account: accountRouter,
  screen: screenRouter,
  contact: contactRouter,
  calendar: calendarRouter,
  digest: digestRouter,
});
export type AppRouter = typeof appRouter;

/** The same procedures without HTTP, for the page and for tests. */
export const createCaller = createCallerFactory(appRouter);
