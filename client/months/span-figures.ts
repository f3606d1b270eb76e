import type { Language } from "#domain/look/words.ts";
import { parseMoney } from "#domain/money.ts";

/** How much of a plan was done, in percent with one decimal; null where nothing was planned. Both in 万元. */
export function shareOfPlan(actual: string, planned: string): string | null {
  const plan = parseMoney(planned);
  if (plan <= 0n) return null;
  const done = parseMoney(actual);
  // Half a tenth up, and for what is below nought down.
  const half = done < 0n ? -plan / 2n : plan / 2n;
  const tenths = (done * 1000n + half) / plan;
  const size = tenths < 0n ? -tenths : tenths;
  return `${tenths < 0n ? "-" : ""}${size / 10n}.${size % 10n}`;
}

/** An amount as it is read: "1,234,567.80". Exact, however many digits it has. */
export const amountWords = (lang: Language, amount: string): string =>
  new Intl.NumberFormat(lang, { minimumFractionDigits: 2 }).format(amount as `${number}`);
