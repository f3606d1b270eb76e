let known: Promise<ReadonlySet<string>> | undefined;

/** The 18,000 commonest passwords of eight characters and more, read when the first password is set: they take 20 MB. */
export function knownPasswords(): Promise<ReadonlySet<string>> {
  known ??= import("@zxcvbn-ts/language-common").then(({ dictionary }) => {
    const all: readonly unknown[] = dictionary["passwords-common"];
    return new Set(all.map(String).filter((password) => password.length >= 8));
  });
  return known;
}
