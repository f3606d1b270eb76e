/**
 * What somebody types before the server has it, kept in this browser: survives a closed tab and a lost network. Every
 * key begins with the account, so that nobody reads another's, and signing out takes the account's all away.
 */
const PREFIX = "one-map:draft:";
const keyOf = (accountId: string, key: string) => `${PREFIX}${accountId}:${key}`;

/** The draft as it was put, or null: none, of another shape than JSON, or a browser that keeps nothing. */
export function getLocal(accountId: string, key: string): unknown {
  try {
    const text = localStorage.getItem(keyOf(accountId, key));
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param value anything that JSON holds. @returns false where the browser kept nothing (full, or not allowed) */
export function putLocal(accountId: string, key: string, value: unknown): boolean {
  try {
    localStorage.setItem(keyOf(accountId, key), JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function removeLocal(accountId: string, key: string): void {
  inStorage((storage) => storage.removeItem(keyOf(accountId, key)));
}

/** Keys of the account's drafts, in no order. */
export function listLocal(accountId: string): string[] {
  const start = keyOf(accountId, "");
  return keysFrom(start).map((key) => key.slice(start.length));
}

/** Takes away all that the account left in this browser; without one, what every account left. */
export function purgeLocal(accountId?: string): void {
  const start = accountId === undefined ? PREFIX : keyOf(accountId, "");
  for (const key of keysFrom(start)) inStorage((storage) => storage.removeItem(key));
}

function keysFrom(start: string): string[] {
  const keys: string[] = [];
  inStorage((storage) => {
    for (let index = 0; index < storage.length; index += 1) {
      const key = storage.key(index);
      if (key?.startsWith(start)) keys.push(key);
    }
  });
  return keys;
}

/** Where storage is not allowed there is nothing to take away. */
function inStorage(work: (storage: Storage) => void): void {
  try {
    work(localStorage);
  } catch {
    // Reading the name alone throws where a browser forbids storage.
  }
}
