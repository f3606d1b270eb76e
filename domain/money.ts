import { z } from "zod";

/** 万元 with at most two decimals, as text: "1234.50", "-3". One unit of the second decimal is 100 元. */
export const zMoney = z
  .string()
  .regex(/^-?(0|[1-9]\d{0,10})(\.\d{1,2})?$/, "expected 万元 with at most two decimals, such as 1234.50")
  .transform((text) => formatMoney(parseMoney(text)));
export type Money = z.infer<typeof zMoney>;

/** 分 in one 万元: 1 万元 = 10,000 元 = 1,000,000 分. */
const FEN_IN_WAN = 1_000_000n;
/** 分 in the second decimal of 万元. */
const FEN_IN_HUNDREDTH = 10_000n;

/** 分, whole: money is never a floating-point number. The text is a `zMoney`. */
export function parseMoney(text: string): bigint {
  const [, sign = "", whole = "0", decimals = ""] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  const fen = BigInt(whole) * FEN_IN_WAN + BigInt(decimals.padEnd(2, "0")) * FEN_IN_HUNDREDTH;
  return sign === "-" ? -fen : fen;
}

/** 万元 with two decimals. 分 below a hundredth of 万元 are no result of `parseMoney` and are cut. */
export function formatMoney(fen: bigint): string {
  const hundredths = (fen < 0n ? -fen : fen) / FEN_IN_HUNDREDTH;
  const sign = fen < 0n && hundredths > 0n ? "-" : "";
  return `${sign}${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
}
