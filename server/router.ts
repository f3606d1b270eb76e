import { briefRouter } from "./routers/brief.ts";
import { mapRouter } from "./routers/map.ts";
import { policyRouter } from "./routers/policy.ts";
import { progressRouter } from "./routers/progress.ts";
import { projectRouter } from "./routers/project.ts";
import { regionRouter } from "./routers/region.ts";
import { remoteRouter } from "./routers/remote.ts";
import { revisionRouter } from "./routers/revision.ts";
import { sourceRouter } from "./routers/source.ts";
import { unitRouter } from "./routers/unit.ts";
import { wallRouter } from "./routers/wall.ts";
import { createCallerFactory, router } from "./trpc.ts";

export const appRouter = router({
  region: regionRouter,
  project: projectRouter,
  policy: policyRouter,
  progress: progressRouter,
  map: mapRouter,
  source: sourceRouter,
  unit: unitRouter,
  revision: revisionRouter,
  brief: briefRouter,
  wall: wallRouter,
  remote: remoteRouter,
});
export type AppRouter = typeof appRouter;

/** The same procedures without HTTP, for the page and for tests. */
export const createCaller = createCallerFactory(appRouter);
