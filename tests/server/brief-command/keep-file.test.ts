import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keepFile, refuseUnwritable } from "#server/brief-command/keep-file.ts";
import { Refusal } from "#server/brief-command/refusals.ts";
import { aDataDir } from "../../factories.ts";

function made(text: string): string {
  const path = join(aDataDir(), "made");
  writeFileSync(path, text);
  return path;
}

test("a file takes the place of the one before, and nothing is left beside it", async () => {
  const folder = aDataDir();
  const out = join(folder, "page.pdf");
  writeFileSync(out, "before");
  await refuseUnwritable(out);
  await keepFile(out, made("after"));
  expect(readFileSync(out, "utf8")).toBe("after");
  expect(readdirSync(folder)).toEqual(["page.pdf"]);
});

test("a file that cannot be finished leaves no part of itself", async () => {
  const folder = aDataDir();
  const out = join(folder, "page.pdf");
  mkdirSync(out);
  await expect(keepFile(out, made("page"))).rejects.toThrow(Refusal);
  expect(readdirSync(folder)).toEqual(["page.pdf"]);
});

test("a folder, a device and a folder that is not there are refused beforehand, in one line", async () => {
  const folder = aDataDir();
  for (const out of [folder, "/dev/null", join(folder, "none", "page.pdf")]) {
    const refusal = expect(refuseUnwritable(out)).rejects;
    await refusal.toThrow(Refusal);
    await refusal.toThrow(/^\S+ cannot be written: [^\n]+\.$/);
  }
});
