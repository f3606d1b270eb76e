import { afterAll, beforeAll, expect, test } from "vitest";
import { sentencesOf } from "#domain/circular/draft.ts";
import { circularDocx } from "#server/circular/docx.ts";
import { unzip } from "../export/read-xlsx.ts";
import { hasOffice, linesIn, ONLY_WITH_OFFICE, printed } from "./office.ts";
import { type SeededCirculars, seededCirculars } from "./seeded.ts";

let circulars: SeededCirculars;
let bytes: Uint8Array;
let parts: Map<string, string>;
beforeAll(async () => {
  circulars = await seededCirculars();
  bytes = await docxOf("2012Q3");
  parts = await unzip(Buffer.from(bytes));
});
afterAll(() => circulars.close());

async function docxOf(period: string, regions: readonly string[] = []): Promise<Uint8Array> {
  const { documents } = await circulars.gather(period, regions);
  return await circularDocx(await circulars.draft(period, regions), documents);
}
const part = (name: string, of = parts): string => {
  const xml = of.get(name);
  if (xml === undefined) throw new Error(`no part ${name}`);
  return xml;
};
const plain = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)]
    .map((found) => found[1] ?? "\t")
    .join("")
    .replaceAll("&amp;", "&");
/** Paragraphs of the text, those in tables left out. */
const paragraphs = (of = parts): { text: string; xml: string }[] =>
  [
    ...part("word/document.xml", of)
      .replace(/<w:tbl>.*?<\/w:tbl>/gs, "")
      .matchAll(/<w:p>.*?<\/w:p>/gs),
  ].map(([xml]) => ({ xml, text: plain(xml) }));
const at = (text: string, of = parts): number => paragraphs(of).findIndex((one) => one.text === text);
const FILL = "——（待补）";
/** 一, 二, … */
const TOP_LEVEL = /^[一二三四五六]、/;

test("after the title stands who it is for, flush left, with a colon: those that report", async () => {
  const addressee = at("各盟市、计划单列市，自治区各有关厅局：");
  expect(paragraphs()[addressee - 1]?.text).toBe("贯彻落实国务院《意见》进展情况的通报");
  expect(paragraphs()[addressee]?.xml).not.toContain("w:firstLine");
  const some = await unzip(Buffer.from(await docxOf("2012Q3", ["152200", "150600"])));
  expect(at("兴安盟、鄂尔多斯市，自治区各有关厅局：", some)).toBeGreaterThan(0);
});

test("the four headings of the source come first, in its order, 黑体, with words of the source under each", () => {
  const headings = paragraphs().filter(({ text }) => TOP_LEVEL.test(text));
  expect(headings.map(({ text }) => text)).toEqual([
    "一、部委支持",
    "二、政策争取",
    "三、规划编制",
    "四、项目落实",
    "五、进展统计",
    "六、存在问题",
  ]);
  for (const { xml } of headings) {
    expect(xml).toContain('w:eastAsia="黑体"');
    expect(xml).toContain('<w:outlineLvl w:val="0"/>');
  }
  for (const { text } of headings.slice(0, 4)) {
    const body = paragraphs().slice(at(text) + 1, at(text) + 3);
    expect(body.some(({ xml }) => xml.includes('w:anchor="note-'))).toBe(true);
  }
});

test("the text ends with its attachment, who signs and the day; then comes the attachment, on a page of its own", () => {
  const named = at("附件：进展事项清单");
  const organ = "自治区贯彻落实《意见》工作领导小组办公室";
  const [signature, date, turn, mark, title] = paragraphs().slice(named + 1);
  expect([signature?.text, date?.text]).toEqual([organ, FILL]);
  for (const one of [signature, date]) expect(one?.xml).toContain('<w:jc w:val="right"/>');
  // The ledger has no day of issue: a person fills it in.
  expect(date?.xml).toContain('<w:highlight w:val="yellow"/>');
  expect(turn?.xml).toContain('<w:br w:type="page"/>');
  expect([mark?.text, title?.text]).toEqual(["附件", "进展事项清单"]);
  expect(at(organ)).toBe(0);
});

test("the imprint is the last thing of all: copies, printer and day of printing, between rules, to be filled in", () => {
  const xml = part("word/document.xml");
  const [table = "", after = ""] = xml.slice(xml.lastIndexOf("<w:tbl>")).split("</w:tbl>");
  const cells = [...table.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => plain(cell));
  expect(cells).toEqual([`抄送：${FILL}。`, FILL, `${FILL}印发`]);
  expect(plain(after)).toBe("");
  expect(table.match(/<w:highlight w:val="yellow"\/>/g)).toHaveLength(3);
  // 四号; 0.35 mm at either end and 0.25 mm between; at the foot of the block.
  expect(new Set([...table.matchAll(/<w:sz w:val="(\d+)"/g)].map(([, size]) => size))).toEqual(
    new Set(["28"]),
  );
  const rules = /<w:tblBorders>(.*?)<\/w:tblBorders>/s.exec(table)?.[1] ?? "";
  for (const [edge, size] of [
    ["top", 8],
    ["insideH", 6],
    ["bottom", 8],
  ]) {
    expect(rules).toMatch(new RegExp(`<w:${edge} [^>]*w:sz="${size}"`));
  }
  expect(table).toMatch(/<w:tblpPr (?=[^>]*w:vertAnchor="margin")[^>]*w:tblpYSpec="bottom"/);
  // Notes stand before it, as text: those of a word processor would come after.
  expect(xml.lastIndexOf('w:name="note-')).toBeLessThan(xml.lastIndexOf("<w:tbl>"));
  expect(xml).not.toContain("endnoteReference");
});

test("a circular says by a note and in its properties which it is, of which revision, and where to see it", async () => {
  const { id, viewUrl } = await circulars.draft("2012Q3");
  expect(id).toMatch(/^YZT-201207-[0-9A-F]{8}$/);
  expect(viewUrl).toBe("http://127.0.0.1:8080/?asof=2012-09&lang=zh-CN");
  expect(plain(part("word/document.xml"))).toContain(`本稿依据台账修订号1起草，视图地址${viewUrl}（${id}）`);
  const properties = part("docProps/core.xml").replaceAll("&amp;", "&");
  for (const said of [id, viewUrl, "修订号1"]) expect(properties).toContain(said);
  const again = await circulars.draft("2012Q3");
  const others = [await circulars.draft("2012Q4"), await circulars.draft("2012Q3", ["152200", "150600"])];
  expect(again.id).toBe(id);
  expect(new Set([id, ...others.map((one) => one.id)]).size).toBe(3);
  expect(others[1]?.viewUrl).toContain("regions=152200,150600&asof=2012-09");
  for (const draft of others)
    expect(sentencesOf(draft).some(({ sources: [first] }) => first.id === draft.id)).toBe(true);
});

test.skipIf(!hasOffice)(
  `printed, the draft itself has 22 lines of 28 characters, text above who signs, and its imprint on the last line of its last page${ONLY_WITH_OFFICE}`,
  { timeout: 180_000 },
  async () => {
    const pages = await printed(bytes, "docx");
    const bodies = pages.map((page) => linesIn(page.filter(({ size }) => Math.round(size) === 16)));
    // The text runs from the second page to where the statistics begin.
    const last = bodies.findIndex((lines) => lines.some(({ text }) => text.startsWith("五、进展统计")));
    expect(last).toBeGreaterThan(2);
    const whole = bodies.slice(1, last);
    expect(Math.max(...whole.map((lines) => lines.length))).toBe(22);
    for (const [index, lines] of whole.entries()) {
      // Headings that would be a page's last lines go with what they head.
      const next = bodies[index + 2] ?? [];
      const gone = next.findIndex(({ text }) => !/^(?:[一二三四五六]、|（[一二三]）)/u.test(text));
      expect(lines.length).toBeLessThanOrEqual(22);
      expect(lines.length).toBeGreaterThanOrEqual(22 - gone);
      const pitches = lines.slice(1).map(({ y }, index) => (lines[index]?.y ?? 0) - y);
      for (const pitch of pitches) expect(Math.abs(pitch - 28.95)).toBeLessThanOrEqual(1);
    }
    // Full lines of Han characters: not the first or last of a paragraph, without digits, which are narrower, or a note.
    const left = Math.min(...whole.flat().map(({ x }) => x));
    const marks = pages.map((page) => page.filter(({ size }) => size < 12));
    const full = whole.flatMap((lines, index) =>
      lines.filter(({ x, y, text }, at) => {
        const goesOn = x - left < 1 && (lines[at + 1]?.x ?? Number.POSITIVE_INFINITY) - left < 1;
        const noted = marks[index + 1]?.some((mark) => mark.y - y > 0 && mark.y - y < 16);
        return goesOn && !noted && /^[\p{Script=Han}\p{P}]+$/u.test(text);
      }),
    );
    const lengths = full.map(({ text }) => [...text].length);
    expect(lengths.length).toBeGreaterThan(7);
    // A sign that may not begin a line takes one more with it, or hangs in the margin.
    expect(lengths.filter((length) => length < 27 || length > 29)).toEqual([]);
    expect(lengths.filter((length) => length === 28).length).toBeGreaterThan(lengths.length / 2);
    const signed = bodies.find((lines) => lines.some(({ text }) => text === "附件：进展事项清单")) ?? [];
    expect(signed.findIndex(({ text }) => text === "附件：进展事项清单")).toBeGreaterThan(0);
    const foot = linesIn(pages.at(-1) ?? []).filter(({ text }) => text.endsWith("印发"));
    expect(foot).toHaveLength(1);
    // The block ends 35 mm above the page's edge; the rule is a few points below the words.
    expect(Math.abs((foot[0]?.y ?? 0) - (1984 / 20 + 8))).toBeLessThan(10);
  },
);
