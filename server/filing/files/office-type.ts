import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { FileRefusal } from "./refusal.ts";

const MOST_ENTRIES = 4000;
const MOST_UNPACKED_BYTES = 400 * 1024 * 1024;
/** Deflate packs at most 1 032 to 1; sheets of repeated cells pack 30 to 1. */
const MOST_RATIO = 200;
const RATIO_COUNTS_FROM_BYTES = 1024 * 1024;
/** Of a part that is read here: lists of types and relations. */
const MOST_READ_BYTES = 2 * 1024 * 1024;

/** Parts that run, or that hold another file which nobody has looked into. */
const ACTIVE = [
  /vbaproject|vbadata/i,
  /(^|\/)activex\//i,
  /(^|\/)embeddings\//i,
  /(^|\/)(macrosheets|dialogsheets)\//i,
  /(^|\/)externallinks\//i,
  /(^|\/)(customui|usercustomization)\//i,
];

/**
 * DOCX or XLSX, by the parts that the archive lists. Only lists of types and of relations are unpacked.
 * @throws FileRefusal for another archive, one that unpacks to too much, macros, embedded files, outside links
 */
export async function officeTypeOf(bytes: Buffer): Promise<"docx" | "xlsx"> {
  try {
    return await look(await open(bytes));
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    throw new FileRefusal("the file is a damaged archive");
  }
}

async function look(zip: ZipFile): Promise<"docx" | "xlsx"> {
  if (zip.entryCount > MOST_ENTRIES) throw new FileRefusal(`the file has more than ${MOST_ENTRIES} parts`);
  const names = new Set<string>();
  let unpacked = 0;
  for await (const entry of entriesOf(zip)) {
    const name = entry.fileName;
    if (names.has(name)) throw new FileRefusal(`the file has two parts named ${name}`);
    names.add(name);
    unpacked += entry.uncompressedSize;
    refuseBomb(entry, unpacked);
    if (entry.isEncrypted()) throw new FileRefusal("the file is locked with a password");
    if (ACTIVE.some((pattern) => pattern.test(name))) {
      throw new FileRefusal(`the file holds macros, embedded or linked files (${name})`);
    }
    if (name === "[Content_Types].xml") refuseMacroTypes(await text(zip, entry));
    if (name.endsWith(".rels")) refuseOutsideLinks(await text(zip, entry));
  }
  if (!names.has("[Content_Types].xml"))
    throw new FileRefusal("expected a DOCX or XLSX file, not another archive");
  const isWord = names.has("word/document.xml");
  const isSheet = names.has("xl/workbook.xml");
  if (isWord === isSheet) throw new FileRefusal("expected a DOCX or XLSX file, not another archive");
  return isWord ? "docx" : "xlsx";
}

function refuseBomb({ compressedSize, uncompressedSize }: Entry, unpacked: number): void {
  const isPacked =
    uncompressedSize > RATIO_COUNTS_FROM_BYTES && uncompressedSize > compressedSize * MOST_RATIO;
  if (unpacked > MOST_UNPACKED_BYTES || isPacked) throw new FileRefusal("the file unpacks to far too much");
}

function refuseMacroTypes(types: string): void {
  if (/macroenabled|vnd\.ms-office\.(vbaproject|activex)/i.test(types)) {
    throw new FileRefusal("the file holds macros");
  }
}

/** A link that a reader may follow is no harm; a picture, a template or a sheet fetched from outside is. */
function refuseOutsideLinks(relations: string): void {
  for (const [relation] of relations.matchAll(/<[^<>]*Relationship\b[^<>]*>/gi)) {
    const isOutside = /TargetMode\s*=\s*["']\s*External/i.test(relation);
    const isLink = /Type\s*=\s*["'][^"']*\/relationships\/hyperlink["']/i.test(relation);
    if (isOutside && !isLink) throw new FileRefusal("the file fetches something from outside");
  }
}

/** XML in UTF-8 as office programs write it; what could hide words from a plain look is refused. */
async function text(zip: ZipFile, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > MOST_READ_BYTES) throw new FileRefusal("a list in the file is far too long");
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  zip.openReadStream(entry, (cause, stream) => {
    if (!stream) return reject(cause);
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("error", reject);
    stream.on("end", () => resolve(Buffer.concat(chunks)));
  });
  const bytes = await promise;
  const words = bytes.toString("utf8");
  if (words.includes("\0") || words.includes("\uFFFD") || /<!|&#/.test(words)) {
    throw new FileRefusal("a list in the file is not written as office programs write it");
  }
  return words;
}

function open(bytes: Buffer): Promise<ZipFile> {
  const { promise, resolve, reject } = Promise.withResolvers<ZipFile>();
  fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true }, (cause, zip) => {
    if (zip) resolve(zip);
    else reject(cause);
  });
  return promise;
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const { promise, resolve, reject } = Promise.withResolvers<Entry | null>();
    zip
      .once("entry", resolve)
      .once("end", () => resolve(null))
      .once("error", reject);
    zip.readEntry();
    const entry = await promise;
    zip.removeAllListeners();
    if (entry === null) return;
    yield entry;
  }
}
