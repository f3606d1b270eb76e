import { z } from "zod";
import { zScreen, zScreenName } from "#domain/people/screen.ts";
import { listScreens } from "../db/people/screens.ts";
import { createScreen, revokeScreen } from "../people/screens.ts";
import { procedure, router } from "../trpc.ts";

/** Walls that may show the ledger while it is closed to guests. */
export const screenRouter = router({
  list: procedure("screen.manage")
    .input(z.void())
    .output(z.array(zScreen))
    .query(({ ctx }) => listScreens(ctx.db)),
  create: procedure("screen.manage")
    .input(z.strictObject({ name: zScreenName }))
    .output(z.strictObject({ id: z.string(), link: z.string() }))
    .mutation(({ ctx, input }) => createScreen(ctx, input)),
  revoke: procedure("screen.manage")
    .input(z.strictObject({ id: z.uuid() }))
    .mutation(({ ctx, input }) => revokeScreen(ctx, input.id)),
});
