import {
  AlignmentType,
  Document,
  EndnotePosition,
  ImageRun,
  LineRuleType,
  NumberFormat,
  Packer,
  PageBreak,
  Paragraph,
  SectionType,
  TextRun,
} from "docx";
import { type Block, type Draft, type Imprint, paragraph } from "#domain/circular/draft.ts";
import type { CircularLedger } from "#domain/circular/ledger.ts";
import type { Parts } from "../document/writer.ts";
import { WrongPicture } from "../document/wrong-picture.ts";
import { fontOf, fontTable, inFace, SIZE } from "./face.ts";
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

/** At the end of the text, so that the imprint is still the last thing of the document. */
const ENDNOTES = {
  position: EndnotePosition.SECTION_END,
  numberFormat: { type: NumberFormat.DECIMAL },
} as const;

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
  const { noteOf, endnotes } = notesOf(draft, documents);
  const document = new Document({
    title: draft.title,
    creator: draft.organ,
    lastModifiedBy: draft.organ,
    description: `${draft.id}，${draft.period}，台账截至${draft.asOf ?? "——"}，修订号${draft.revision}，${draft.viewUrl}`,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: inFace("body", SIZE.third) },
        // Word's own styles of notes name no Chinese face.
        endnoteText: { run: inFace("body", SIZE.smallFifth) },
        endnoteReference: { run: { font: fontOf("body"), superScript: true } },
      },
    },
    endnotes,
    sections: [
      {
        properties: { ...SECTION, endnoteProperties: ENDNOTES },
        footers,
        children: draft.blocks.flatMap((block) =>
          block.kind === "imprint" ? [] : childOf(block, noteOf, picture),
        ),
      },
      ...draft.blocks
        .filter((block) => block.kind === "imprint")
        .map((imprint) => ({
          properties: { ...SECTION, type: SectionType.CONTINUOUS, endnoteProperties: ENDNOTES },
          footers,
          children: imprintOf(imprint),
        })),
    ],
  });
  return mendDocx(
    await Packer.toBuffer(document, false, [{ path: "word/fontTable.xml", data: fontTable() }]),
  );
}

function childOf(block: Exclude<Block, Imprint>, noteOf: NoteOf, picture: Picture | null) {
  if (block.kind === "table") return tableOf(block);
  if (block.kind === "page-break") return new Paragraph({ children: [new PageBreak()] });
  if (block.kind === "paragraph") return paragraphOf(block, noteOf);
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
