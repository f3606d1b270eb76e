import { docx } from "./docx.ts";
import type { BriefFormat } from "./format.ts";
import { pdf } from "./pdf.ts";
import { pptx } from "./pptx.ts";

/** Every format by the address that a page is sent to. */
export const BRIEF_FORMATS: Record<string, BriefFormat> = {
  "/export/brief.pdf": pdf,
  "/export/brief.pptx": pptx,
  "/export/brief.docx": docx,
};
