import { randomBytes } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import type { FileIssueCode } from "#domain/sheet/issue.ts";
import { compare, NOTHING, standing } from "./compare.ts";
import { HEAD, makeXlsx, relations, rowWith } from "./make-xlsx.ts";

const refusalOf = async (file: Uint8Array) =>
  (await compare(file, standing({ "S-1": NOTHING }))).refusal?.code;
const sound = { rows: [HEAD, rowWith("S-1")] };
const withPart = (name: string, part: string | Uint8Array = "<x/>") =>
  makeXlsx({ ...sound, parts: { [name]: part } });

/** A workbook whose sheet is nought as often as told, in an archive that says `stated` of its size. */
function bomb(bytes: number, stated: number): Uint8Array {
  const marker = strToU8("<bomb/>");
  const zip = Buffer.from(makeXlsx({ ...sound, parts: { "xl/worksheets/sheet1.xml": marker } }));
  const whole = deflateRawSync(Buffer.alloc(1 << 20), { level: 9 });
  const packed = Buffer.concat(Array.from({ length: bytes >> 20 }, () => whole));
  const name = Buffer.from("xl/worksheets/sheet1.xml");
  const local = zip.indexOf(name) - 30;
  const central = zip.indexOf(name, local + 40) - 46;
  const oldPacked = zip.readUInt32LE(local + 18);
  const dataAt = local + 30 + name.length + zip.readUInt16LE(local + 28);
  zip.writeUInt32LE(packed.length, central + 20);
  zip.writeUInt32LE(stated, central + 24);
  const grown = packed.length - oldPacked;
  const joined = Buffer.concat([zip.subarray(0, dataAt), packed, zip.subarray(dataAt + oldPacked)]);
  // Later parts and the directory lie further back by what the part has grown.
  const end = joined.length - 22;
  const directory = joined.readUInt32LE(end + 16) + grown;
  joined.writeUInt32LE(directory, end + 16);
  for (let at = directory; at < end; ) {
    const offset = joined.readUInt32LE(at + 42);
    if (offset > local) joined.writeUInt32LE(offset + grown, at + 42);
    at += 46 + joined.readUInt16LE(at + 28) + joined.readUInt16LE(at + 30) + joined.readUInt16LE(at + 32);
  }
  return joined;
}

test.each<[string, number, FileIssueCode]>([
  ["says so", 2 ** 31 - 2 ** 20, "part-too-large"],
  ["says that it is small", 4096, "broken"],
  ["says that it is just within the limit", 90 * 1024 * 1024, "broken"],
])(
  "two megabytes that unpack to two gigabytes are refused in a second, where the file %s",
  async (_, stated, code) => {
    const file = bomb(2 ** 31 - 2 ** 20, stated);
    expect(file.length).toBeLessThan(2.5 * 1024 * 1024);
    await refusalOf(makeXlsx(sound));
    const before = performance.now();
    const found = await refusalOf(file);
    expect(found === code || found === "ratio").toBe(true);
    expect(performance.now() - before).toBeLessThan(1000);
  },
);

test("whatever is no plain workbook is refused by name", async () => {
  const macros = `<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml" PartName="/xl/workbook.xml"/></Types>`;
  const link = `<Relationship Id="r9" Type="http://x/externalLink" Target="externalLinks/externalLink1.xml"/>`;
  const entity = '<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>';
  const cfb = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
  const found: Record<string, FileIssueCode | undefined> = {};
  for (const [name, file] of Object.entries({
    empty: new Uint8Array(),
    macros: withPart("xl/vbaProject.bin"),
    "macros by type": withPart("[Content_Types].xml", macros),
    links: withPart("xl/externalLinks/externalLink1.xml"),
    "links by relation": withPart("xl/_rels/workbook.xml.rels", relations(link)),
    connections: withPart("xl/connections.xml"),
    embedded: withPart("xl/embeddings/oleObject1.bin"),
    doctype: withPart("xl/worksheets/sheet1.xml", entity),
    old: cfb,
    encrypted: Buffer.concat([cfb, Buffer.from("EncryptedPackage", "utf16le")]),
    "other zip": zipSync({ "a.txt": strToU8("a") }),
    "cut off": makeXlsx(sound).subarray(0, 400),
    picture: Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), randomBytes(200), Buffer.alloc(9)]),
    parts: makeXlsx({
      ...sound,
      parts: Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`x/${n}.xml`, "<x/>"])),
    }),
    unclosed: withPart("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>"),
    columns: makeXlsx({ rows: [[...HEAD, ...Array.from({ length: 200 }, () => "x")]] }),
  })) {
    found[name] = await refusalOf(file);
  }
  expect(found).toEqual({
    empty: "empty",
    macros: "macros",
    "macros by type": "macros",
    links: "external-links",
    "links by relation": "external-links",
    connections: "external-links",
    embedded: "active-content",
    doctype: "doctype",
    old: "old-workbook",
    encrypted: "encrypted",
    "other zip": "not-a-workbook",
    "cut off": "broken",
    picture: "not-text",
    parts: "too-many-parts",
    unclosed: "broken",
    columns: "too-many-columns",
  });
});
