import { ConflictError } from "#domain/error.ts";
import type { Identity } from "#domain/people/account.ts";
import {
  accountByIdentity,
  identityIn,
  identityText,
  setRecoveryCodes,
  updateAccount,
} from "../db/people/accounts.ts";
import { dropLinks } from "../db/people/links.ts";
import { endSessionsOf } from "../db/people/sessions.ts";
import { forgetTries } from "../db/people/tries.ts";
import type { Context } from "../trpc.ts";
import { otherAccount } from "./accounts.ts";
import { passwordLink } from "./links.ts";
import { codeKey, nameKey } from "./tries.ts";

type Managing = Pick<Context, "act" | "people" | "who">;

/** Shuts an account out at once. @throws NotFoundError, ConflictError for one's own */
export async function lockAccount(managing: Managing, id: string): Promise<void> {
  await managing.act(async ({ tx, note }) => {
    const { state } = await otherAccount(tx, managing, id);
    await updateAccount(tx, id, { state: "locked" });
    await endSessionsOf(tx, id);
    await dropLinks(tx, id);
    await note({
      action: "account.lock",
      noun: "account",
      target: id,
      before: { state },
      after: { state: "locked" },
    });
  });
}

/** Lets an account in again, also one that wrong tries shut out. @throws NotFoundError, ConflictError for one's own */
export async function unlockAccount(managing: Managing, id: string): Promise<void> {
  await managing.act(async ({ tx, note }) => {
    const { state, folded } = await otherAccount(tx, managing, id);
    await updateAccount(tx, id, { state: "active" });
    await forgetTries(tx, nameKey(folded));
    await forgetTries(tx, codeKey(id));
    await note({
      action: "account.unlock",
      noun: "account",
      target: id,
      before: { state },
      after: { state: "active" },
    });
  });
}

/** The old password is good no longer. @throws NotFoundError, ConflictError for one's own and for one without a password path */
export async function resetPassword(managing: Managing, id: string): Promise<{ link: string }> {
  return managing.act(async ({ tx, note }) => {
    const account = await otherAccount(tx, managing, id);
    if (account.identity !== null)
      throw new ConflictError("the account signs in elsewhere and has no password");
    if (account.state === "locked") throw new ConflictError("the account is locked");
    await updateAccount(tx, id, { password: null, password_at: null });
    await endSessionsOf(tx, id);
    await note({ action: "account.resetPassword", noun: "account", target: id });
    return { link: await passwordLink(tx, id, managing.people) };
  });
}

/** For who has lost device and recovery codes. @throws NotFoundError, ConflictError for one's own */
export async function resetSecondFactor(managing: Managing, id: string): Promise<void> {
  await managing.act(async ({ tx, note }) => {
    await otherAccount(tx, managing, id);
    await updateAccount(tx, id, { second_factor: null, second_factor_offer: null, second_factor_step: null });
    await setRecoveryCodes(tx, id, []);
    await endSessionsOf(tx, id);
    await note({ action: "account.resetSecondFactor", noun: "account", target: id });
  });
}

/**
 * Ties an account to who its owner is at a provider, and takes its password from it; null unties it, and leaves it
 * without a way in until its password is reset.
 * @throws NotFoundError, ConflictError for one's own, for an identity that is another's, and where the provider is not set up
 */
export async function tieIdentity(
  managing: Managing,
  { id, identity }: { id: string; identity: Identity | null },
): Promise<void> {
  await managing.act(async ({ tx, note }) => {
    const account = await otherAccount(tx, managing, id);
    const provider = managing.people.providers.find(({ kind }) => kind === identity?.way);
    if (identity !== null && provider === undefined) throw new ConflictError(`${identity.way} is not set up`);
    const text = identity === null || provider === undefined ? null : identityText(identity, provider.issuer);
    const other = text === null ? undefined : await accountByIdentity(tx, text);
    if (other !== undefined && other.id !== id) throw new ConflictError("another account is tied to this");
    await updateAccount(tx, id, { identity: text, password: null, password_at: null });
    await endSessionsOf(tx, id);
    await dropLinks(tx, id);
    await note({
      action: "account.tie",
      noun: "account",
      target: id,
      before: { identity: identityIn(account.identity) },
      after: { identity },
    });
  });
}
