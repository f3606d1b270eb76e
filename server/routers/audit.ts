import { zAuditPage, zAuditQuery } from "#domain/audit.ts";
import { searchAudit } from "../db/audit-search.ts";
import { procedure, router } from "../trpc.ts";

export const auditRouter = router({
  search: procedure("audit.read")
    .input(zAuditQuery)
    .output(zAuditPage)
    .query(({ ctx, input }) => searchAudit(ctx.db, input)),
});
