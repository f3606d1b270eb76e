import { randomUUID } from "node:crypto";
import { ConflictError, NotFoundError } from "#domain/error.ts";
import { addScreen, screenById, screenByToken, updateScreen } from "../db/people/screens.ts";
import type { Context } from "../trpc.ts";
import { isoAt } from "./iso-at.ts";
import { aToken, hashOfToken } from "./token.ts";

type Managing = Pick<Context, "act" | "people">;

/** A new screen, and the path that is opened on it once. Its token is shown this one time. */
export async function createScreen(
  { act, people }: Managing,
  { name }: { name: string },
): Promise<{ id: string; link: string }> {
  const [id, token] = [randomUUID(), aToken()];
  await act(async ({ tx, note }) => {
    const created_at = isoAt(people.now());
    await addScreen(tx, {
      id,
      name,
      token: hashOfToken(token),
      created_at,
      used_at: null,
      revoked_at: null,
    });
    await note({ action: "screen.create", noun: "screen", target: id, after: { name } });
  });
  return { id, link: `/wall?screen=${token}` };
}

/** @throws NotFoundError, ConflictError for one that is revoked already */
export async function revokeScreen({ act, people }: Managing, id: string): Promise<void> {
  await act(async ({ tx, note }) => {
    const screen = await screenById(tx, id);
    if (screen === undefined) throw new NotFoundError("screen", id);
    if (screen.revoked_at !== null) throw new ConflictError("the screen is revoked already");
    await updateScreen(tx, id, { revoked_at: isoAt(people.now()) });
    await note({ action: "screen.revoke", noun: "screen", target: id, before: { name: screen.name } });
  });
}

/** True for the token of a screen that is not revoked. */
export const isScreenToken = async (db: Context["db"], token: string): Promise<boolean> =>
  (await screenByToken(db, hashOfToken(token))) !== undefined;
