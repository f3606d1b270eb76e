import i18next from "i18next";
import { expect, test } from "vitest";
import { addWords } from "../../../client/words/late-words.ts";
import { speak, startWords } from "../../../client/words/start-words.ts";

const say = (key: string) => i18next.t(key as never);

test("words of code that came before, and after, a language was made ready are spoken in it", async () => {
  addWords({ "zh-CN": { early: { word: "早" } }, en: { early: { word: "early" } } });
  await startWords("zh-CN");
  expect(say("early.word")).toBe("早");
  addWords({ "zh-CN": { late: { word: "晚" } }, en: { late: { word: "late" } } });
  expect(say("late.word")).toBe("晚");

  await speak("en");
  expect([say("early.word"), say("late.word"), say("shell.export")]).toEqual(["early", "late", "Export"]);
  addWords({ "zh-CN": { last: { word: "末" } }, en: { last: { word: "last" } } });
  expect(say("last.word")).toBe("last");
  await speak("zh-CN");
  expect(say("last.word")).toBe("末");
});
