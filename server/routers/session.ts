import { z } from "zod";
import { zAccountName } from "#domain/people/account.ts";
import { zPassword } from "#domain/people/password.ts";
import { zFactorCode, zLinkToken, zSessionEntry, zSessionState } from "#domain/people/session.ts";
import { finishSetup, setPassword } from "../people/links.ts";
import { confirmEnrol, dropSecondFactor, enrol } from "../people/own-factor.ts";
import { changePassword } from "../people/own-password.ts";
import { listSessions, revokeSession } from "../people/own-sessions.ts";
import { sessionState } from "../people/session-state.ts";
import { confirmSignIn, sessionAt, signIn, signOut } from "../people/sign-in.ts";
import { procedure, router } from "../trpc.ts";

/** Any text: what is no name is refused as a wrong one is. */
const zTypedName = z.string().max(200);

/** Signing in and out, and what an account does with itself. Each looks at the session, not only at who is signed in. */
export const sessionRouter = router({
  state: procedure("session.open")
    .input(z.void())
    .output(zSessionState)
    .query(({ ctx }) => sessionState(ctx)),
  /** Then `state.needs` says whether a second step is left. */
  signIn: procedure("session.open")
    .input(z.strictObject({ name: zTypedName, password: zPassword }))
    .mutation(({ ctx, input }) => signIn(ctx, input)),
  /** The second step: six digits, or a recovery code. */
  confirm: procedure("session.open")
    .input(z.strictObject({ code: zFactorCode }))
    .mutation(({ ctx, input }) => confirmSignIn(ctx, input.code)),
  signOut: procedure("session.open")
    .input(z.void())
    .mutation(({ ctx }) => signOut(ctx)),
  /** By the link of a new account, or of one whose password was reset. */
  setPassword: procedure("session.open")
    .input(z.strictObject({ token: zLinkToken, password: zPassword }))
    .mutation(({ ctx, input }) => setPassword(ctx, input)),
  /** Also of an administrator who may do nothing else yet. */
  enrol: procedure("session.open")
    .input(z.strictObject({ password: zPassword.optional() }))
    .output(z.strictObject({ secret: z.string(), uri: z.string() }))
    .mutation(({ ctx, input }) => enrol(ctx, input.password)),
  confirmEnrol: procedure("session.open")
    .input(z.strictObject({ code: zFactorCode }))
    .output(z.strictObject({ recoveryCodes: z.array(z.string()) }))
    .mutation(({ ctx, input }) => confirmEnrol(ctx, input.code)),
  dropSecondFactor: procedure("session.own")
    .input(z.strictObject({ code: zFactorCode }))
    .mutation(({ ctx, input }) => dropSecondFactor(ctx, input.code)),
  changePassword: procedure("session.own")
    .input(z.strictObject({ current: zPassword, password: zPassword }))
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  list: procedure("session.own")
    .input(z.void())
    .output(z.array(zSessionEntry))
    .query(({ ctx }) => listSessions(ctx, sessionAt(ctx, "done").account_id)),
  revoke: procedure("session.own")
    .input(z.strictObject({ id: z.uuid() }))
    .mutation(({ ctx, input }) => revokeSession(ctx, input.id)),
});

export const setupRouter = router({
  /** By the link that the server printed at its first start. */
  finish: procedure("session.open")
    .input(z.strictObject({ token: zLinkToken, name: zAccountName, password: zPassword }))
    .mutation(({ ctx, input }) => finishSetup(ctx, input)),
});
