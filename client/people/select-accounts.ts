import { type Account, foldName } from "#domain/people/account.ts";

export const ACCOUNT_SELECTIONS = ["all", "unused", "locked", "noRoles"] as const;
export type AccountSelection = (typeof ACCOUNT_SELECTIONS)[number];

const IS_OF: Record<AccountSelection, (account: Account) => boolean> = {
  all: () => true,
  unused: ({ unused }) => unused,
  locked: ({ state, blockedUntil }) => state === "locked" || blockedUntil !== null,
  noRoles: ({ roles }) => roles.length === 0,
};

/** Accounts whose name or unit holds the text, of one selection. @param unitName "" for no unit */
export function selectAccounts(
  accounts: readonly Account[],
  asked: { text: string; only: AccountSelection; unitName: (id: string | null) => string },
): Account[] {
  const text = foldName(asked.text);
  return accounts.filter(
    (account) =>
      IS_OF[asked.only](account) &&
      (foldName(account.name).includes(text) || foldName(asked.unitName(account.unit)).includes(text)),
  );
}
