import { expect, test } from "vitest";
import { segment } from "../../../client/workbench/reader/segment.ts";
import { seededApi } from "../../factories.ts";

const source = async () => (await seededApi()).source.get({ id: "im-2012-07-24" });
const sentencesOf = (sections: ReturnType<typeof segment>) =>
  sections.flatMap((section) => section.paragraphs.flatMap((paragraph) => paragraph.sentences));
const textOf = (sentence: { runs: { text: string }[] }) => sentence.runs.map((run) => run.text).join("");

test("the segmented document is the document, but for its line breaks", async () => {
  const document = await source();
  const text = sentencesOf(segment(document, { start: 0, end: 0 }))
    .map(textOf)
    .join("");
  expect(text).toBe(document.text.replaceAll(/[\r\n]/g, ""));
});

test("every record of the source is reached from a sentence", async () => {
  const document = await source();
  const reached = new Set(
    sentencesOf(segment(document, { start: 0, end: 0 })).flatMap((one) => one.items.map((mark) => mark.item)),
  );
  expect(document.marks.length).toBe(126);
  expect(document.marks.filter((mark) => !reached.has(mark.item))).toEqual([]);
});

test("the UHV line's quote is lit within its sentence, which holds the pipeline and the airport too", async () => {
  const document = await source();
  const sentences = sentencesOf(segment(document, { start: 1832, end: 1866 }));
  const lit = sentences.filter((one) => one.runs.some((run) => run.lit));
  expect(lit).toHaveLength(1);
  expect(lit[0]?.runs.find((run) => run.lit)?.text).toBe(
    "发改委协调国家电网公司完成了锡盟到南京特高压电力外送通道方案论证报告",
  );
  expect(lit[0]?.items.map((mark) => mark.item)).toEqual(["S-1.4-14", "S-1.4-15", "S-1.4-16"]);
});

test("a range beyond the document lights nothing and breaks nothing", async () => {
  const document = await source();
  const sentences = sentencesOf(segment(document, { start: 90_000, end: 90_010 }));
  expect(sentences.some((one) => one.runs.some((run) => run.lit))).toBe(false);
});
