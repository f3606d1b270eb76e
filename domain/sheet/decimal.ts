/**
 * A decimal number as whole digits and where its point is: value = digits / 10^scale. Exact, as files and people
 * write it, with an exponent too. Null for what is no number.
 */
export type Decimal = { digits: bigint; scale: number };

/** Digits a spreadsheet keeps, twice over: longer ones are no number anybody typed. */
const MOST_LENGTH = 40;
const MOST_EXPONENT = 30;

export function decimalOf(text: string): Decimal | null {
  const found = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (found === null || text.length > MOST_LENGTH) return null;
  const [, sign = "", whole = "", decimals = "", exponent = "0"] = found;
  const power = Number(exponent);
  if (Math.abs(power) > MOST_EXPONENT) return null;
  const digits = BigInt(whole + decimals);
  return shifted({ digits: sign === "-" ? -digits : digits, scale: decimals.length }, power);
}

/** Times ten to the `power`. */
export function shifted({ digits, scale }: Decimal, power: number): Decimal {
  const next = scale - power;
  return next >= 0 ? { digits, scale: next } : { digits: digits * 10n ** BigInt(-next), scale: 0 };
}

/**
 * With `places` decimals, and by how much that differs. Halves go away from nought.
 * `noise`: a number that a spreadsheet worked out in floating point may differ by less than 1e-6.
 */
export function rounded(
  { digits, scale }: Decimal,
  places: number,
): { digits: bigint; exact: boolean; noise: boolean } {
  if (scale <= places) {
    return { digits: digits * 10n ** BigInt(places - scale), exact: true, noise: false };
  }
  const unit = 10n ** BigInt(scale - places);
  const size = digits < 0n ? -digits : digits;
  const whole = (size + unit / 2n) / unit;
  const off = size - whole * unit;
  const difference = off < 0n ? -off : off;
  return {
    digits: digits < 0n ? -whole : whole,
    exact: off === 0n,
    noise: difference * 1_000_000n < 10n ** BigInt(scale),
  };
}

/** As plain text with `places` decimals. */
export function decimalText(digits: bigint, places: number): string {
  const size = String(digits < 0n ? -digits : digits).padStart(places + 1, "0");
  const sign = digits < 0n ? "-" : "";
  return places === 0 ? `${sign}${size}` : `${sign}${size.slice(0, -places)}.${size.slice(-places)}`;
}
