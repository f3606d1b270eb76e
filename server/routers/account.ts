import { z } from "zod";
import { zAccount, zAccountId, zAccountName, zIdentity } from "#domain/people/account.ts";
import { zSessionEntry } from "#domain/people/session.ts";
import { zRole } from "#domain/permission.ts";
import {
  lockAccount,
  resetPassword,
  resetSecondFactor,
  tieIdentity,
  unlockAccount,
} from "../people/account-state.ts";
import { createAccount, grantRoles, listAccounts, revokeSessions } from "../people/accounts.ts";
import { listSessions } from "../people/own-sessions.ts";
import { procedure, router } from "../trpc.ts";

const zOne = z.strictObject({ id: zAccountId });
/** Path, with its token behind `#`: shown once, good for a day, once. */
const zLink = z.string();

/** The system administrator makes accounts, the security administrator says what they may do. */
export const accountRouter = router({
  list: procedure("account.list")
    .input(z.void())
    .output(z.array(zAccount))
    .query(({ ctx }) => listAccounts(ctx)),
  create: procedure("account.create")
    .input(z.strictObject({ name: zAccountName }))
    .output(z.strictObject({ id: zAccountId, link: zLink }))
    .mutation(({ ctx, input }) => createAccount(ctx, input)),
  grant: procedure("account.grant")
    .input(
      z.strictObject({ id: zAccountId, roles: z.array(zRole).max(7), unit: z.string().max(80).nullable() }),
    )
    .mutation(({ ctx, input }) => grantRoles(ctx, input)),
  lock: procedure("account.grant")
    .input(zOne)
    .mutation(({ ctx, input }) => lockAccount(ctx, input.id)),
  unlock: procedure("account.grant")
    .input(zOne)
    .mutation(({ ctx, input }) => unlockAccount(ctx, input.id)),
  resetPassword: procedure("account.grant")
    .input(zOne)
    .output(z.strictObject({ link: zLink }))
    .mutation(({ ctx, input }) => resetPassword(ctx, input.id)),
  resetSecondFactor: procedure("account.grant")
    .input(zOne)
    .mutation(({ ctx, input }) => resetSecondFactor(ctx, input.id)),
  /** To who its owner is at a provider of sign-ins; null unties it. */
  tie: procedure("account.grant")
    .input(z.strictObject({ id: zAccountId, identity: zIdentity.nullable() }))
    .mutation(({ ctx, input }) => tieIdentity(ctx, input)),
  sessions: procedure("account.grant")
    .input(zOne)
    .output(z.array(zSessionEntry))
    .query(({ ctx, input }) => listSessions(ctx, input.id)),
  /** One of them, or all. */
  revokeSessions: procedure("account.grant")
    .input(z.strictObject({ id: zAccountId, session: z.uuid().optional() }))
    .mutation(({ ctx, input }) => revokeSessions(ctx, input)),
});
