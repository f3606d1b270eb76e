import { InvalidInputError } from "#domain/error.ts";
import type { Words } from "#domain/look/words.ts";
import { inWorker } from "../document/in-worker.ts";
import type { Parts } from "../document/writer.ts";
import { DOCX } from "../export/format.ts";
import type { BriefFormat, BriefPage } from "./format.ts";

const name: Words = { "zh-CN": "一张图-简报", en: "one-map-briefing" };

export const pdf: BriefFormat = {
  name,
  extension: "pdf",
  type: "application/pdf",
  write: inWorker("pdf"),
};

export const pptx: BriefFormat = {
  name,
  extension: "pptx",
  type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  write: inWorker("pptx"),
};

const writeFigures = inWorker("figures");
export const docx: BriefFormat = {
  name,
  extension: "docx",
  type: DOCX,
  write: (pages, signal) => writeFigures(figuresIn(pages), signal),
};

/** @throws InvalidInputError at a page that is none */
async function* figuresIn(pages: Parts<BriefPage>): AsyncGenerator<BriefPage> {
  for await (const page of pages) {
    if (page.sheet.page !== "figure") {
      throw new InvalidInputError([{ path: ["page"], message: "a document takes a figure: page `figure`" }]);
    }
    yield page;
  }
}

/** Every format by the address that a page is sent to. */
export const BRIEF_FORMATS: Record<string, BriefFormat> = {
  "/export/brief.pdf": pdf,
  "/export/brief.pptx": pptx,
  "/export/brief.docx": docx,
};
