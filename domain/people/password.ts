import { z } from "zod";
import { foldName } from "./account.ts";

/**
 * What is asked of a password. `asvs` (OWASP ASVS 5.0, 6.2): length, and none that is known. `dengbao`
 * (GB/T 22239-2019, 8.1.4.1): three kinds of characters too, and another every 90 days. ASVS forbids both of these.
 */
export const PASSWORD_POLICIES = ["asvs", "dengbao"] as const;
export type PasswordPolicy = (typeof PASSWORD_POLICIES)[number];

export const PASSWORD_FEWEST = 8;
export const PASSWORD_MOST = 128;
const CHANGE_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

/** As it comes, of any characters: its length is counted in code points. What is longer is not even hashed. */
export const zPassword = z.string().max(PASSWORD_MOST * 4);

export const PASSWORD_PROBLEMS = ["too-short", "too-long", "few-kinds", "known", "names-you"] as const;
export type PasswordProblem = (typeof PASSWORD_PROBLEMS)[number];

const PRODUCT = ["一张图", "onemap", "one-map", "one map"];
/** A name shorter than this is in many a good password. */
const FEWEST_OF_NAME = 3;

/** Upper case, lower case, digits, and all else. */
const KINDS = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];

/** What is wrong with a password, or null. @param isKnown true for one of those that everyone tries first, in lower case */
export function passwordProblem(
  password: string,
  { policy, name, isKnown }: { policy: PasswordPolicy; name: string; isKnown: (folded: string) => boolean },
): PasswordProblem | null {
  const { length } = [...password];
  if (length < PASSWORD_FEWEST) return "too-short";
  if (length > PASSWORD_MOST) return "too-long";
  if (policy === "dengbao" && KINDS.filter((kind) => kind.test(password)).length < 3) return "few-kinds";
  const folded = password.normalize("NFKC").toLowerCase();
  if (isKnown(folded) || /^(.)\1*$/u.test(folded)) return "known";
  const names = [foldName(name), ...PRODUCT].filter((one) => [...one].length >= FEWEST_OF_NAME);
  const rest = names.reduce((text, one) => text.replaceAll(one, ""), folded);
  return rest !== folded && [...rest].length < PASSWORD_FEWEST ? "names-you" : null;
}

/** True where the policy wants another password by now. @param setAt null where there is no password path */
export function isPasswordOld(policy: PasswordPolicy, setAt: string | null, now: number): boolean {
  return policy === "dengbao" && setAt !== null && now - Date.parse(setAt) >= CHANGE_DAYS * DAY_MS;
}
