import type { Attachment } from "#domain/report/report.ts";
import { officeTypeOf } from "./office-type.ts";
import { FileRefusal } from "./refusal.ts";

/** Where a PDF's end mark is looked for: some writers add a little after it. */
const TAIL_BYTES = 2048;

/**
 * What a file is, by what is in it: neither its name nor the sender's word counts.
 * @throws FileRefusal for anything but a whole PDF, JPEG, PNG, or a DOCX or XLSX without macros or outside links
 */
export async function fileTypeOf(bytes: Buffer): Promise<Attachment["type"]> {
  if (bytes.subarray(0, 5).toString("latin1") === "%PDF-") return wholePdf(bytes);
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return wholeJpeg(bytes);
  if (bytes.subarray(0, 8).equals(PNG)) return wholePng(bytes);
  if (bytes.subarray(0, 4).equals(ZIP)) return officeTypeOf(bytes);
  throw new FileRefusal("expected a PDF, JPEG, PNG, DOCX or XLSX file");
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

function wholePdf(bytes: Buffer): "pdf" {
  const tail = bytes.subarray(-TAIL_BYTES).toString("latin1");
  if (
    !/^%PDF-[12]\.\d/.test(bytes.subarray(0, 8).toString("latin1")) ||
    !/startxref\s+\d+\s+%%EOF/.test(tail)
  ) {
    throw new FileRefusal("the PDF is cut off or damaged");
  }
  return "pdf";
}

/** A camera may add data after the picture's end mark; without the mark it is cut off. */
function wholeJpeg(bytes: Buffer): "jpeg" {
  if (bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < 4) throw new FileRefusal("the JPEG is cut off");
  return "jpeg";
}

function wholePng(bytes: Buffer): "png" {
  const isWhole =
    bytes.subarray(12, 16).toString("latin1") === "IHDR" &&
    bytes.subarray(-8, -4).toString("latin1") === "IEND";
  if (!isWhole) throw new FileRefusal("the PNG is cut off or has something after its end");
  return "png";
}
