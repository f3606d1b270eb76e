import { expect, test } from "vitest";
import { formatView } from "#domain/view.ts";
import { parseArguments } from "#server/brief-command/arguments.ts";
import { ArgumentError, sentenceOf } from "#server/brief-command/refusals.ts";

const parse = (line: string) => parseArguments(line.split(" "));

test("a region, a page, a format and a file are a whole order", () => {
  const { view, ...order } = parse("--region 150600 --page a3 --format pdf --out ordos.pdf");
  expect(order).toEqual({
    url: "http://127.0.0.1:8080",
    page: "a3",
    dpi: "300",
    extent: undefined,
    format: "pdf",
    counties: false,
    out: "ordos.pdf",
  });
  expect(formatView(view)).toBe("region=150600");
});

test("the rest of the view is said as the page's address says it", () => {
  const query = "level=county&measure=projects&stages=planned,approved&q=天然气&layers=-water,later";
  const { view } = parse(`--query ?${query} --region 150600 --lang en --format png --out a.png`);
  expect([view.region, view.lang, view.level, view.measure]).toEqual(["150600", "en", "county", "projects"]);
  expect(view.filter).toEqual({ stages: ["planned", "approved"], text: "天然气" });
});

test.each([
  ["--format pdf", "--out is missing, expected the path"],
  ["--out a.pdf", "--format is missing, expected one of pdf, pptx, docx, png, circular, atlas, atlas-pptx"],
  [
    "--format doc --out a",
    '--format is "doc", expected one of pdf, pptx, docx, png, circular, atlas, atlas-pptx',
  ],
  ["--format pdf --out a --page a5", '--page is "a5", expected one of a4, a4-portrait, a3'],
  ["--format pdf --out a --as-of 2012", '--as-of is "2012", expected a month, YYYY-MM'],
  [
    `--format pdf --out a --title ${"长".repeat(1001)}`,
    "of 1001 characters, expected 1000 characters or fewer",
  ],
  [
    `--format pdf --out a --note ${"a".repeat(4001)}`,
    "of 4001 characters, expected 4000 characters or fewer",
  ],
  ["--format pdf --out a --dpi 600", '--dpi is "600", expected one of 150, 300'],
  ["--format pdf --out a --extent all", '--extent is "all", expected one of view, region, whole'],
  ["--format pdf --out a --lang de", '--lang is "de", expected one of zh-CN, en'],
  ["--format pdf --out a --region 鄂尔多斯", '--region is "鄂尔多斯", expected'],
  ["--format pdf --out a --url localhost:8080", '--url is "localhost:8080", expected the server\'s address'],
  ["--format pdf --out a --url http://a/?region=150600", "expected the server's address without a path"],
  ["--format pdf --out a --query stages=planned,bogus", '--query says "stages=planned,bogus", expected'],
  ["--format pdf --out a --query colour=red", '--query says "colour=red", expected'],
  ["--format pdf --out a --atlas", "'--atlas'; expected --url --region"],
  ["--format pdf --out a --counties", "--counties is of an atlas, expected --format atlas or atlas-pptx"],
  ["--format pdf --out", "'--out <value>' argument missing; expected"],
  ["--format pdf --out a b.pdf", "'b.pdf'"],
])("wrong: %.80s", (line, sentence) => {
  expect(() => parse(line)).toThrow(ArgumentError);
  expect(() => parse(line)).toThrow(sentence);
  expect(() => parse(line)).not.toThrow("\n");
});

test("a month says as of when the page stands", () => {
  expect(parse("--as-of 2011-12 --format circular --out a.docx").view.asOf).toBe("2011-12");
});

test("an error that nobody foresaw is one line, and no stack", () => {
  const said = sentenceOf(new TypeError("it\n    at run.ts:1"));
  expect(said).toBe("The command failed in a way that nobody foresaw: TypeError: it at run.ts:1");
  expect(sentenceOf(new ArgumentError("--page is missing."))).toBe("--page is missing.");
});
