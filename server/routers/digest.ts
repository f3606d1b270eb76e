import { z } from "zod";
import { zDigest } from "#domain/work/digest.ts";
import { procedure, router } from "../trpc.ts";
import { digestFor } from "../work/digest.ts";

/** What waits for who asks: every account has one, and in it what its rights reach. */
export const digestRouter = router({
  get: procedure("session.own")
    .input(z.void())
    .output(zDigest)
    .query(({ ctx }) => digestFor(ctx.db, ctx.who, ctx.now?.() ?? new Date())),
});
