import { strToU8, zipSync } from "fflate";

export const PDF = Buffer.from(
  "%PDF-1.7\n1 0 obj\n<<>>\nendobj\nxref\n0 1\ntrailer\n<<>>\nstartxref\n30\n%%EOF\n",
  "latin1",
);
export const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xd9]);
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const TYPES = `<?xml version="1.0"?><Types><Override PartName="/a" ContentType="application/xml"/></Types>`;

/** An archive of parts, as office programs write them. */
export const anArchive = (parts: Record<string, string>): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, words]) => [name, strToU8(words)]))),
  );

export const aDocx = (parts: Record<string, string> = {}): Buffer =>
  anArchive({ "[Content_Types].xml": TYPES, "word/document.xml": "<document/>", ...parts });
export const anXlsx = (parts: Record<string, string> = {}): Buffer =>
  anArchive({ "[Content_Types].xml": TYPES, "xl/workbook.xml": "<workbook/>", ...parts });

/** A part's list of relations with one in it. */
export const aRelation = (type: string, target: string, mode = "External"): string =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="${mode}"/></Relationships>`;
