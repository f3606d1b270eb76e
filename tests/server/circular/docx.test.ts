import { afterAll, beforeAll, expect, test } from "vitest";
import { type Draft, form, paragraph, type Table } from "#domain/circular/draft.ts";
import { circularDocx } from "#server/circular/docx.ts";
import { WrongPicture } from "#server/document/wrong-picture.ts";
import { unzip } from "../export/read-xlsx.ts";
import { hasOffice, ONLY_WITH_OFFICE, printedLines } from "./office.ts";
import { type SeededCirculars, seededCirculars } from "./seeded.ts";

let circulars: SeededCirculars;
let draft: Draft;
let bytes: Uint8Array;
let parts: Map<string, string>;
beforeAll(async () => {
  circulars = await seededCirculars();
  draft = await circulars.draft("2012Q3");
  const { documents } = await circulars.gather("2012Q3");
  bytes = await circularDocx(draft, documents);
  parts = await unzip(Buffer.from(bytes));
});
afterAll(() => circulars.close());

const part = (name: string): string => {
  const xml = parts.get(name);
  if (xml === undefined) throw new Error(`no part ${name}`);
  return xml;
};
const runsOf = (xml: string): string[] => [...xml.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]) => run);
const plain = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((found) => found[1]).join("");

test("margins and grid are those of GB/T 9704-2012, in twips", () => {
  const xml = part("word/document.xml");
  expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  const margins = /<w:pgMar ([^>]*)\/>/.exec(xml)?.[1] ?? "";
  for (const edge of ['w:top="2098"', 'w:bottom="1984"', 'w:left="1587"', 'w:right="1474"']) {
    expect(margins).toContain(edge);
  }
  expect(xml).toMatch(/<w:docGrid w:type="lines" w:linePitch="579"\/>/);
});

test("every run of text names its East-Asian face, and the table of fonts what stands in for it", () => {
  const faces = new Set<string>();
  for (const name of ["word/document.xml", "word/footer1.xml", "word/footer2.xml"]) {
    const runs = runsOf(part(name)).filter((run) => /<w:(t|instrText)[ >/]/.test(run));
    expect(runs.length).toBeGreaterThan(0);
    for (const run of runs) {
      const face = /<w:rFonts [^>]*w:eastAsia="([^"]+)"/.exec(run)?.[1];
      expect(face, run).toBeDefined();
      expect(run).toContain(`w:ascii="${face}"`);
      // Digits set as Chinese may be broken at the end of a line.
      expect(run).toMatch(/<w:lang (?=[^>]*w:val="en-US")(?=[^>]*w:eastAsia="zh-CN")/);
      faces.add(face ?? "");
    }
  }
  const table = part("word/fontTable.xml");
  expect([...faces].sort()).toEqual(["仿宋_GB2312", "宋体", "方正小标宋简体", "楷体_GB2312", "黑体"].sort());
  for (const face of faces) expect(table).toMatch(new RegExp(`w:name="${face}"><w:altName w:val="[^"]+"`));
});

test("body is 三号 with −0.25 pt, the title 二号, page numbers 四号", () => {
  const runs = runsOf(part("word/document.xml"));
  const runWith = (text: string) => runs.find((run) => run.includes(text)) ?? "";
  expect(runWith("兴安盟整体被纳入")).toMatch(/<w:spacing w:val="-5"\/>.*<w:sz w:val="32"\/>/);
  expect(runWith("进展情况的通报")).toContain('<w:sz w:val="44"/>');
  expect(part("word/footer1.xml")).toContain('<w:sz w:val="28"/>');
});

test("page numbers stand between dashes, right on odd pages and left on even ones", () => {
  expect(part("word/settings.xml")).toContain("<w:evenAndOddHeaders/>");
  const relations = part("word/_rels/document.xml.rels");
  const sides = new Map(
    [...part("word/document.xml").matchAll(/<w:footerReference w:type="(\w+)" r:id="(\w+)"/g)].map(
      ([, type, id]) => {
        const target = new RegExp(`(?=[^>]*Id="${id}")[^>]*Target="([^"]+)"`).exec(relations)?.[1];
        const footer = part(`word/${target}`);
        expect(footer).toMatch(/—\s?<.*PAGE.*>\s?—|— .* —/s);
        return [type, /<w:jc w:val="(\w+)"/.exec(footer)?.[1]];
      },
    ),
  );
  expect(Object.fromEntries(sides)).toEqual({ default: "right", even: "left" });
});

test("each number in the text leads to its note, with the ledger's own quote", () => {
  const xml = part("word/document.xml");
  const refs = [...xml.matchAll(/<w:hyperlink (?=[^>]*w:anchor="note-(\d+)")[^>]*>(.*?)<\/w:hyperlink>/gs)];
  for (const [, number, run = ""] of refs) expect(plain(run)).toBe(number);
  const notes = new Map(
    [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*w:name="note-(\d+)".*?<\/w:p>/gs)].map((found) => [
      found[1],
      plain(found[0]),
    ]),
  );
  expect(refs.length).toBeGreaterThan(40);
  expect(refs.map(([, number]) => number)).toEqual([...notes.keys()]);
  expect(notes.get("1")).toContain("https://www.gov.cn/gzdt/2012-07/24/content_2190335.htm");
  expect(
    [...notes.values()].some((note) =>
      note.includes("S-1.2-01：同注1，一（二），第258—277字：“兴安盟整体被纳入国家集中连片特殊困难地区”"),
    ),
  ).toBe(true);
});

test("tables are native and hold the draft's cells", () => {
  const tables = [...part("word/document.xml").matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => plain(cell)),
    ),
  );
  const drafted = draft.blocks.filter((block): block is Table => block.kind === "table");
  // The imprint, which comes last, is set as one.
  expect(tables.slice(0, -1)).toEqual(
    drafted.map(({ columns, rows }) => [columns.map(({ head }) => head), ...rows]),
  );
});

test("what is to be filled in is highlighted, and nothing else is", () => {
  const marked = runsOf(part("word/document.xml")).filter((run) => run.includes("w:highlight"));
  expect(marked.length).toBeGreaterThan(3);
  for (const run of marked) expect(plain(run)).toMatch(/^——（待补/);
});

test("the map stands where the draft has its place, as wide as the block; what is no PNG is refused", async () => {
  const dot =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  const png = Buffer.from(dot, "base64");
  png.writeUInt32BE(1843, 16);
  png.writeUInt32BE(1000, 20);
  const { documents } = await circulars.gather("2012Q3");
  const withMap = await unzip(Buffer.from(await circularDocx(draft, documents, { png, alt: "进展地图" })));
  const xml = withMap.get("word/document.xml") ?? "";
  // 156 mm in EMU, to 0.1 mm
  expect(Math.abs(Number(/<wp:extent cx="(\d+)"/.exec(xml)?.[1]) - 156 * 36_000)).toBeLessThan(3_600);
  expect(xml).not.toContain("待补：进展地图");
  await expect(circularDocx(draft, documents, { png: Buffer.from("GIF89a"), alt: "" })).rejects.toThrow(
    WrongPicture,
  );
});

test.skipIf(!hasOffice)(
  `printed, a page of body text has 22 lines of 28 characters${ONLY_WITH_OFFICE}`,
  { timeout: 180_000 },
  async () => {
    const text = "国".repeat(28 * 22 * 3);
    const pages = await printedLines(
      await circularDocx({ ...draft, blocks: [paragraph("body", form(text))] }, new Map()),
      "docx",
    );
    const second = pages[1]?.filter((line) => /国/.test(line)) ?? [];
    expect(second).toHaveLength(22);
    expect(new Set(second.map((line) => [...line].length))).toEqual(new Set([28]));
    expect(pages[1]?.at(-1)).toMatch(/^— ?2 ?—$/);
  },
);
