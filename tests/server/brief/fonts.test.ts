import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import PDFDocument from "pdfkit";
import { expect, test, vi } from "vitest";
import { MM_PER_PT } from "#domain/brief/page.ts";
import { readMetrics } from "#server/brief/font-tables.ts";
import { FONT_KEYS, fontFile, openFonts } from "#server/brief/fonts.ts";
import { writePdf } from "#server/brief/pdf.ts";
import { seededApi } from "../../factories.ts";
import { longestHold } from "../longest-hold.ts";
import { aBrief, aMap } from "./a-brief.ts";

test("reading the fonts does not hold the event loop", async () => {
  expect(await longestHold(openFonts)).toBeLessThan(50);
});

test.each(FONT_KEYS)(
  "widths of %s are those that the PDF is set in, of characters it has and lacks",
  async (key) => {
    const [font, weight] = key.split("-");
    const style = { font, weight: Number(weight), size: 1000, color: "#000000" } as Parameters<
      Awaited<ReturnType<typeof openFonts>>["measure"]
    >[1];
    const { measure } = await openFonts();
    const document = new PDFDocument({ autoFirstPage: false, font: fontFile(key) });
    document.font(fontFile(key)).fontSize(1000);
    const said = "国发〔2012〕21号，《意见》；“黄河几字弯”……ABC fi 12.5 % — ·▲■●㎡℃😀𠮷𬀩㘎ᠮ";
    for (const character of said) {
      expect(measure(character, style) / MM_PER_PT, character).toBeCloseTo(
        document.widthOfString(character),
        6,
      );
    }
  },
);

test("a PDF opens each of its fonts once, however many pages it has", async () => {
  const { sheet } = await (await seededApi()).brief.sheet(aBrief({ page: "a4" }));
  const page = { sheet, map: aMap(sheet) };
  const read = vi.spyOn(fs, "readFileSync");
  // pdfkit took the function by its name.
  syncBuiltinESMExports();
  for await (const _ of writePdf([page, page, page]));
  const fonts = read.mock.calls.map(([file]) => String(file)).filter((file) => file.endsWith(".ttf"));
  read.mockRestore();
  syncBuiltinESMExports();
  expect(fonts.length).toBeGreaterThan(1);
  expect(fonts).toEqual([...new Set(fonts)]);
}, 60_000);

test("marks that are not drawn have no width", async () => {
  const { measure } = await openFonts();
  const style = { font: "sans", weight: 400, size: 10, color: "#000000" } as const;
  for (const mark of ["\u200b", "\u200d", "\ufe0f", "\u00ad", "\u{e0100}", "\u0008"]) {
    expect(measure(`进${mark}展`, style)).toBe(measure("进展", style));
  }
});

test("what is no font is refused by its name", async () => {
  await expect(readMetrics(new URL(import.meta.url).pathname)).rejects.toThrow(/fonts\.test\.ts|bytes at/);
});
