import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "#domain/canonical-json.ts";
import { hasPhone, redactPhones, redactText } from "#domain/redact.ts";

test.each([
  "13812345678",
  "138-1234-5678",
  "138 1234 5678",
  "+86 13812345678",
  "+8619912345678",
  "８６１３８１２３４５６７８",
  "１３８１２３４５６７８",
  "0471-1234567",
  "0471-12345678",
  "(0471)6612345",
  "（0471）6612345",
  "010-12345678",
  "02112345678",
  "0471 661 2345",
])("%s is left out, whatever stands around it", (number) => {
  for (const text of [number, `联系人张三${number}，`, `tel:${number}`, `a ${number} b ${number}`]) {
    expect(hasPhone(text)).toBe(true);
    const left = redactText(text);
    expect(left).toContain("[phone]");
    expect(left.replace(/[^0-9０-９]/g, "")).toBe("");
  }
});

test.each([
  "2012-07-24",
  "2026-11-29T15:38:09.000Z",
  "S-1.4-15",
  "150600",
  "12345678901",
  "13800000000.00",
  "138123456789012",
  "国发[2011]21号",
  "完成投资13800万元",
  "91150000138123456789",
  "a3813812345678f0a3813812345678f0a3813812345678f0a3813812345678f0",
  "01381234567801381234567801",
])("%s is no telephone number and stays", (text) => {
  expect(redactText(text)).toBe(text);
});

test("numbers stay, keys and lists are looked at", () => {
  const value = {
    fen: 13_812_345_678,
    list: ["打13812345678", { "13812345678": null }],
    "0471-1234567": true,
  };
  expect(redactPhones(value)).toEqual({
    fen: 13_812_345_678,
    list: ["打[phone]", { "[phone]": null }],
    "[phone]": true,
  });
});

test("a text once cleaned is clean, and any other text is as it was", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.stringMatching(/^1[3-9]\d{9}$/), (value, number) => {
      const cleaned = redactPhones({ value, said: `电话${number}。` });
      expect(canonicalJson(cleaned)).not.toContain(number);
      expect(redactPhones(cleaned)).toEqual(cleaned);
    }),
  );
});
