import { strFromU8, unzipSync } from "fflate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Brief } from "#domain/brief/brief.ts";
import type { BriefFormat } from "#server/brief/format.ts";
import { docx, pdf, pptx } from "#server/brief/formats.ts";
import { aBrief, aMap } from "./a-brief.ts";
import { type SeededPages, seededPages, written } from "./seeded-page.ts";
import { wordsIn } from "./well-formed.ts";

let pages: SeededPages;
beforeAll(async () => {
  pages = await seededPages();
});
afterAll(() => pages.close());

async function pdfText(file: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(file), useSystemFonts: false, verbosity: 0 })
    .promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  return items.map((item) => ("str" in item ? item.str : "")).join("");
}

/** The words of an Office file, every part of which is well-formed. */
async function officeText(file: Buffer): Promise<string> {
  const parts = Object.entries(unzipSync(file)).filter(([name]) => /\.(xml|rels)$/.test(name));
  return parts.map(([, bytes]) => wordsIn(strFromU8(bytes))).join("");
}

test.each([
  ["<a><b></a></b>", "ends nothing"],
  ["<a>&</a>", "ampersand"],
  ["<a>&#8;</a>", "no character"],
  ["<a>\u0008</a>", "no character"],
  ["<a b='<'/>", "no XML"],
  ["<a>", "in the middle"],
])("%s is not well-formed", (xml, why) => {
  expect(() => wordsIn(xml)).toThrow(why);
});

type Kind = [
  name: string,
  format: BriefFormat,
  page: Brief["page"],
  textOf: (file: Buffer) => Promise<string>,
];
const KINDS: Kind[] = [
  ["PDF", pdf, "a4", pdfText],
  ["PPTX", pptx, "slide", officeText],
  ["DOCX", docx, "figure", officeText],
];

async function made(format: BriefFormat, brief: Brief) {
  const { sheet, problems } = await pages.api.brief.sheet(brief);
  return { sheet, problems, file: await written(format, [{ sheet, map: aMap(sheet) }]) };
}

test.each(KINDS)(
  "a %s of a region with no items opens, and is named for it",
  async (_name, format, page, textOf) => {
    const { problems, file } = await made(format, aBrief({ page }, "?region=150302"));
    expect(problems).toContainEqual({ kind: "nothingHere" });
    expect(await textOf(file)).toContain("海勃湾区");
  },
  60_000,
);

test.each(KINDS)(
  "a %s with rare characters opens: those with a glyph are there, the rest are told",
  async (_name, format, page, textOf) => {
    const brief = aBrief({ page, title: "龘㘎甲𬀩乙𠮷丙😀丁\u200bᠮ" });
    const { problems, file } = await made(format, brief);
    const problem = problems.find(({ kind }) => kind === "glyphMissing");
    if (problem?.kind !== "glyphMissing") throw new Error("nothing is missing");
    const missing = new Set(problem.characters);
    expect(missing).toContain("😀");
    expect(missing).toContain("𠮷");
    const said = await textOf(file);
    for (const character of "龘㘎甲𬀩乙𠮷丙丁") {
      if (!missing.has(character)) expect(said, character).toContain(character);
    }
    for (const character of "甲乙丙丁") expect(missing).not.toContain(character);
  },
  60_000,
);

test.each(KINDS)(
  "a %s with a title of 500 characters opens, and ends it with an ellipsis",
  async (_name, format, page, textOf) => {
    const { problems, file } = await made(format, aBrief({ page, title: "长".repeat(500) }));
    expect(problems).toContainEqual(
      expect.objectContaining({ kind: "textTooLong", field: "title", length: 500 }),
    );
    expect((await textOf(file)).replaceAll(/\s/g, "")).toContain("长长…");
  },
  60_000,
);

test.each(KINDS)(
  "a %s whose title holds control characters opens without them",
  async (_name, format, page, textOf) => {
    const { problems, file } = await made(
      format,
      aBrief({ page, title: "甲\u0000乙\u0008丙\ufffe丁\ud842<&>" }),
    );
    expect(problems.map(({ kind }) => kind)).toContain("charactersDropped");
    expect((await textOf(file)).replaceAll(/\s/g, "")).toContain("甲乙丙丁<&>");
  },
  60_000,
);
