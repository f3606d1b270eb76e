import { AlignmentType, Document, ImageRun, LineRuleType, Packer, PageBreak, Paragraph, TextRun } from "docx";
import { type Block, type Draft, type Imprint, paragraph } from "#domain/circular/draft.ts";
import type { CircularLedger } from "#domain/circular/ledger.ts";
import type { Parts } from "../document/writer.ts";
import { WrongPicture } from "../document/wrong-picture.ts";
import { fontTable, inFace, SIZE } from "./face.ts";
import { imprintOf } from "./imprint.ts";
import { mendDocx } from "./mend-docx.ts";
import { notesOf } from "./notes.ts";
import { BLOCK, footers, SECTION } from "./page.ts";
import { type NoteOf, paragraphOf } from "./paragraph.ts";
import { NO_PNG, pngSize } from "./png.ts";
import { tableOf } from "./table.ts";

export type Picture = { png: Uint8Array; alt: string };
/** All that a circular is made of. */
export type CircularPart = { draft: Draft; documents: CircularLedger["documents"]; picture: Picture | null };

/** @throws WrongPicture */
export async function* writeCircular(parts: Parts<CircularPart>): AsyncGenerator<Uint8Array> {
  for await (const { draft, documents, picture } of parts)
    yield await circularDocx(draft, documents, picture);
}

/**
 * A draft as a Word document (GB/T 9704-2012). Without a picture the draft says where it goes.
 * @throws WrongPicture
 */
export async function circularDocx(
  draft: Draft,
  documents: CircularLedger["documents"],
  picture: Picture | null = null,
): Promise<Uint8Array> {
  const { noteOf, notes } = notesOf(draft, documents);
  const document = new Document({
    title: draft.title,
    creator: draft.organ,
    lastModifiedBy: draft.organ,
    description: `${draft.id}，${draft.period}，台账截至${draft.asOf ?? "——"}，修订号${draft.revision}，${draft.viewUrl}`,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: inFace("body", SIZE.third) } } },
    sections: [
      {
        properties: SECTION,
        footers,
        children: draft.blocks.flatMap((block, index) =>
          // Notes of a word processor stand after all else, in LibreOffice even where the section ends before: the
          // imprint is the last thing of a document, so these stand as text before it.
          block.kind === "imprint"
            ? [...notes, ...imprintOf(block)]
            : childOf(block, noteOf, picture, isBeforeSignature(draft.blocks[index + 1])),
        ),
      },
    ],
  });
  return mendDocx(
    await Packer.toBuffer(document, false, [{ path: "word/fontTable.xml", data: fontTable() }]),
  );
}

/** Whoever signs stands on a page with text above: the last of it goes with them (GB/T 9704-2012, 7.3.5). */
const isBeforeSignature = (next: Block | undefined): boolean =>
  next?.kind === "paragraph" && next.role === "attachments";

function childOf(block: Exclude<Block, Imprint>, noteOf: NoteOf, picture: Picture | null, keepNext: boolean) {
  if (block.kind === "table") return tableOf(block);
  if (block.kind === "page-break") return new Paragraph({ children: [new PageBreak()] });
  if (block.kind === "paragraph") return paragraphOf(block, noteOf, keepNext);
  return picture === null ? paragraphOf(paragraph("caption", block.missing), noteOf) : pictureOf(picture);
}

/** px at 96 dpi, which docx measures pictures in; no taller than half a page. */
const BLOCK_PX = (BLOCK / 1440) * 96;
const TALLEST_PX = (120 / 25.4) * 96;

function pictureOf({ png, alt }: Picture): Paragraph {
  const size = pngSize(png);
  if (size === null) throw new WrongPicture(NO_PNG);
  const scale = Math.min(BLOCK_PX / size.width, TALLEST_PX / size.height);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new ImageRun({
        type: "png",
        data: png,
        transformation: { width: size.width * scale, height: size.height * scale },
        altText: { name: alt, title: alt, description: alt },
      }),
      new TextRun({ ...inFace("body", SIZE.third), text: "" }),
    ],
  });
}
