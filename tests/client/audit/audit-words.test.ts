import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { STEPS } from "#domain/report/step.ts";
import { WORK_NOUNS } from "#domain/work/nouns.ts";
import { WORK } from "#domain/work/work.ts";
import { audit as en } from "../../../client/words/en/audit.ts";
import { audit as zh } from "../../../client/words/zh-CN/audit.ts";

/** What the server's code writes into the trail, found where it is written. */
function written(field: "action" | "noun"): string[] {
  const files = execFileSync("git", ["ls-files", "server/*.ts"], { encoding: "utf8" }).split("\n");
  const notes = files.filter(Boolean).flatMap((file) => {
    const source = readFileSync(file, "utf8");
    return [...source.matchAll(/action: "[a-zA-Z]+\.[a-zA-Z]+",\s+noun: "[a-z ]+"/g)].map(([note]) => note);
  });
  return notes.map((note) => new RegExp(`${field}: "([^"]+)"`).exec(note)?.[1] ?? "");
}

describe.each([
  ["zh-CN", zh],
  ["en", en],
])("in %s", (_, words) => {
  test("every action that the server writes down has words", () => {
    const stepped = ["report", "proposal"].flatMap((noun) => STEPS.map((step) => `${noun}.${step}`));
    const worked = WORK_NOUNS.flatMap((noun) => WORK[noun].steps.map((step) => `${noun}.${step}`));
    const actions = [...new Set([...written("action"), ...stepped, ...worked])];
    expect(actions.length).toBeGreaterThan(40);
    expect(actions.filter((action) => !(action in words.actions))).toEqual([]);
  });

  test("every kind of thing that the server writes down has a word", () => {
    expect(
      [...new Set([...written("noun"), ...WORK_NOUNS])].filter((noun) => !(noun in words.nouns)),
    ).toEqual([]);
  });
});
