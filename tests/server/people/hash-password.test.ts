import { expect, test } from "vitest";
import { TooManyError } from "#domain/error.ts";
import { PasswordHasher } from "#server/people/hash-password.ts";
import { peakMemory } from "../peak-memory.ts";

test("a password is that of its hash alone, and no two hashes are alike", async () => {
  const hasher = new PasswordHasher();
  const [one, two] = [await hasher.hash("golden-steppe-72"), await hasher.hash("golden-steppe-72")];
  expect(one).not.toBe(two);
  expect(await hasher.verify("golden-steppe-72", one)).toBe(true);
  expect(await hasher.verify("golden-steppe-73", one)).toBe(false);
  for (const kept of [null, "", "golden-steppe-72", one.replace("argon2id", "argon2i")])
    expect(await hasher.verify("golden-steppe-72", kept)).toBe(false);
});

test("a hundred sign-ins at once are answered with the memory of a few, and who comes too late is told so", async () => {
  const hasher = new PasswordHasher();
  const kept = await hasher.hash("golden-steppe-72");
  const most = await peakMemory(async () => {
    const rush = Array.from({ length: 100 }, () => hasher.verify("golden-steppe-72", kept));
    expect(await Promise.all(rush)).toEqual(Array(100).fill(true));
  });
  // A hundred of 19 MiB would be 1,900.
  expect(most / 2 ** 20).toBeLessThan(150);

  const narrow = new PasswordHasher(1);
  const flood = await Promise.allSettled(Array.from({ length: 6 }, () => narrow.verify("x", kept)));
  const refused = flood.filter((one) => one.status === "rejected");
  expect(refused).toHaveLength(3);
  expect(refused.every((one) => one.reason instanceof TooManyError)).toBe(true);
}, 120_000);
