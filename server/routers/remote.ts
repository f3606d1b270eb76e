import { z } from "zod";
import { zCode, zKey } from "#domain/wall/pairing.ts";
import { zAction } from "#domain/wall/show.ts";
import { zTold } from "#domain/wall/told.ts";
import { procedure, router } from "../trpc.ts";

const zMs = z.number().min(0);

/** A wall and the remote that drives it. Whoever has a key is its side: no procedure repeats one it was asked with. */
export const remoteRouter = router({
  /** With the wall's key: another code for the room that it has. */
  open: procedure("screen.drive")
    .input(z.strictObject({ wallKey: zKey.optional() }))
    .output(z.strictObject({ wallKey: zKey, code: zCode, lastsMs: zMs }))
    .mutation(({ ctx, input }) => ctx.rooms.open(input.wallKey)),
  join: procedure("screen.drive")
    .input(z.strictObject({ code: zCode }))
    .output(z.strictObject({ remoteKey: zKey, lastsMs: zMs }))
    .mutation(({ ctx, input }) => ctx.rooms.join(input.code, ctx.asker)),
  act: procedure("screen.drive")
    .input(z.strictObject({ remoteKey: zKey, action: zAction }))
    .output(z.strictObject({ lastsMs: zMs }))
    .mutation(({ ctx, input }) => ctx.rooms.act(input.remoteKey, input.action)),
  tell: procedure("screen.drive")
    .input(z.strictObject({ wallKey: zKey, told: zTold }))
    .mutation(({ ctx, input }) => ctx.rooms.tell(input.wallKey, input.told)),
  end: procedure("screen.drive")
    .input(z.strictObject({ key: zKey }))
    .mutation(({ ctx, input }) => ctx.rooms.end(input.key)),
  /** What is asked of the wall. */
  commands: procedure("screen.drive")
    .input(z.strictObject({ wallKey: zKey }))
    .subscription(async function* ({ ctx, input, signal }) {
      yield* ctx.rooms.watchWall(input.wallKey, signal);
    }),
  /** What the wall tells its remote. */
  state: procedure("screen.drive")
    .input(z.strictObject({ remoteKey: zKey }))
    .subscription(async function* ({ ctx, input, signal }) {
      yield* ctx.rooms.watchRemote(input.remoteKey, signal);
    }),
});
