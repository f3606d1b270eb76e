/** Reader of .dbf attribute tables (dBASE III, as Shapefiles have them): every field as text, blanks trimmed. */
import { ImportRefusal } from "../refusal.ts";

/** Names that .cpg files and the command line use, besides those TextDecoder knows. */
const ENCODING_ALIASES: Readonly<Record<string, string>> = {
  "936": "gbk",
  cp936: "gbk",
  "ansi 936": "gbk",
  "65001": "utf-8",
};
/** Language driver at byte 29: Simplified Chinese GBK. */
const LANGUAGE_GBK = 0x4d;
const DELETED = 0x2a;

type Field = { name: string; offset: number; length: number };

/**
 * One row per record. Encoding: the one given (`--encoding` or .cpg), else the table's own language byte, else
 * UTF-8 where all of it is valid UTF-8, else GB 18030. Bytes that the encoding does not allow are refused.
 */
export function readDbf(bytes: Buffer, name: string, encoding: string | null): Record<string, string>[] {
  if (bytes.length < 33)
    throw new ImportRefusal(`${name} is not a dBASE table: it has ${bytes.length} bytes.`);
  const count = bytes.readUInt32LE(4);
  const [headerBytes, rowBytes] = [bytes.readUInt16LE(8), bytes.readUInt16LE(10)];
  if (headerBytes < 33 || rowBytes < 2 || headerBytes + count * rowBytes > bytes.length) {
    throw new ImportRefusal(`${name} is cut off: it states ${count} rows and does not hold them.`);
  }
  const body = bytes.subarray(headerBytes, headerBytes + count * rowBytes);
  const decoder = decoderFor(body, bytes.readUInt8(29), name, encoding);
  const fields = fieldsOf(bytes.subarray(0, headerBytes), decoder, name);
  return Array.from({ length: count }, (_, row) => {
    const record = body.subarray(row * rowBytes, (row + 1) * rowBytes);
    if (record[0] === DELETED) {
      throw new ImportRefusal(`${name}, row ${row + 1}: it is marked as deleted; pack the table first.`);
    }
    return Object.fromEntries(
      fields.map((field) => [
        field.name,
        decode(
          decoder,
          record.subarray(field.offset, field.offset + field.length),
          `${name}, row ${row + 1}`,
        ),
      ]),
    );
  });
}

function fieldsOf(header: Buffer, decoder: TextDecoder, name: string): Field[] {
  const fields: Field[] = [];
  let offset = 1; // after the deletion mark
  for (let at = 32; at + 32 <= header.length && header[at] !== 0x0d; at += 32) {
    const raw = header.subarray(at, at + 11);
    const zero = raw.indexOf(0);
    const length = header.readUInt8(at + 16);
    fields.push({
      name: decode(decoder, zero < 0 ? raw : raw.subarray(0, zero), `${name}, header`),
      offset,
      length,
    });
    offset += length;
  }
  return fields;
}

function decoderFor(body: Buffer, language: number, name: string, encoding: string | null): TextDecoder {
  if (encoding !== null) {
    const label = ENCODING_ALIASES[encoding.toLowerCase()] ?? encoding;
    try {
      return new TextDecoder(label, { fatal: true });
    } catch (cause) {
      throw new ImportRefusal(
        `${name}: "${encoding}" is no known encoding; say --encoding UTF-8 or --encoding GBK.`,
        {
          cause,
        },
      );
    }
  }
  if (language === LANGUAGE_GBK) return new TextDecoder("gbk", { fatal: true });
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  try {
    utf8.decode(body);
    return utf8;
  } catch {
    return new TextDecoder("gb18030", { fatal: true });
  }
}

function decode(decoder: TextDecoder, raw: Uint8Array, where: string): string {
  try {
    return decoder.decode(raw).replaceAll("\0", "").trim();
  } catch (cause) {
    throw new ImportRefusal(
      `${where}: the text is not ${decoder.encoding.toUpperCase()}; say the table's true encoding with --encoding.`,
      { cause },
    );
  }
}
