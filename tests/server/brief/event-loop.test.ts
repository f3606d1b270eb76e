import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { draftCircular } from "#domain/circular/circular.ts";
import { docx, pdf, pptx } from "#server/brief/formats.ts";
import { inWorker } from "#server/document/in-worker.ts";
import { seededCirculars } from "../circular/seeded.ts";
import { longestHold } from "../longest-hold.ts";
import { aBrief } from "./a-brief.ts";
import { type SeededPages, seededPages, written } from "./seeded-page.ts";

const MOST = 50;

let pages: SeededPages;
beforeAll(async () => {
  pages = await seededPages();
});
afterAll(() => pages.close());

test("laying out a page does not hold the event loop, the first time or the second", async () => {
  for (const time of ["first", "second"]) {
    expect(await longestHold(() => pages.api.brief.sheet(aBrief())), `${time} time`).toBeLessThan(MOST);
  }
});

test.each([
  ["pdf", pdf],
  ["pptx", pptx],
  ["docx", docx],
])(
  "writing a %s does not hold it",
  async (_name, format) => {
    const page = await pages.page("figure");
    let bytes = 0;
    const held = await longestHold(async () => {
      ({ length: bytes } = await written(format, [page]));
    });
    expect(bytes).toBeGreaterThan(10_000);
    expect(held).toBeLessThan(MOST);
  },
  60_000,
);

test("writing a circular does not hold it", async () => {
  const circulars = await seededCirculars();
  const ledger = await circulars.gather("2012Q3");
  const part = { draft: draftCircular(ledger), documents: ledger.documents, picture: null };
  let bytes = 0;
  const held = await longestHold(async () => {
    ({ length: bytes } = await buffer(inWorker("circular")([part])));
  });
  expect(bytes).toBeGreaterThan(10_000);
  expect(held).toBeLessThan(MOST);
  await circulars.close();
}, 60_000);
