import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { ImportRefusal } from "../refusal.ts";

/** Far above any county layer (the committed one is 2 MB as a Shapefile), far below what hurts a server. */
const MAX_PARTS = 200;
const MAX_PART_BYTES = 96 * 1024 * 1024;
/** Deflate packs at most 1 032 to 1; coordinates pack 2 to 1, padded attribute tables some 50 to 1. */
const MAX_RATIO = 200;
const RATIO_COUNTS_FROM_BYTES = 1024 * 1024;

/**
 * The parts of a zip archive whose name `wanted` accepts, by name. Bounded: a part whose unpacked size, stated or
 * true, passes the limits is refused before its bytes are kept. Names are read byte by byte as Latin-1, which
 * keeps ASCII endings whatever the archive's code page.
 */
export async function unzip(bytes: Buffer, wanted: (name: string) => boolean): Promise<Map<string, Buffer>> {
  const zip = await open(bytes);
  if (zip.entryCount > MAX_PARTS) {
    throw new ImportRefusal(`The zip has ${zip.entryCount} parts; at most ${MAX_PARTS} are taken.`);
  }
  const parts = new Map<string, Buffer>();
  try {
    for await (const entry of entriesOf(zip)) {
      const name = entry.fileNameRaw.toString("latin1");
      if (!wanted(name)) continue;
      refuseBomb(entry, name);
      parts.set(name, await read(zip, entry));
    }
  } catch (cause) {
    if (cause instanceof ImportRefusal) throw cause;
    throw new ImportRefusal(`The zip is damaged: ${sentence(cause)}.`, { cause });
  }
  return parts;
}

function open(bytes: Buffer): Promise<ZipFile> {
  const { promise, resolve, reject } = Promise.withResolvers<ZipFile>();
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true };
  fromBuffer(bytes, options, (cause, zip) => {
    if (zip) resolve(zip);
    else reject(new ImportRefusal(`The zip is cut off or damaged: ${sentence(cause)}.`, { cause }));
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

function refuseBomb(entry: Entry, name: string): void {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (size > MAX_PART_BYTES) {
    throw new ImportRefusal(
      `${name} in the zip unpacks to ${Math.round(size / 2 ** 20)} MB; at most ${MAX_PART_BYTES / 2 ** 20} MB are taken.`,
    );
  }
  if (size > RATIO_COUNTS_FROM_BYTES && size > packed * MAX_RATIO) {
    throw new ImportRefusal(
      `${name} in the zip is packed ${Math.round(size / packed)} to 1, as no real data are; at most ${MAX_RATIO} to 1 is taken.`,
    );
  }
}

function read(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  zip.openReadStream(entry, (cause, stream) => {
    if (!stream) return reject(cause);
    const chunks: Buffer[] = [];
    // yauzl ends the stream with an error as soon as it passes the stated size (validateEntrySizes).
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("error", reject);
    stream.on("end", () => resolve(Buffer.concat(chunks)));
  });
  return promise;
}

const sentence = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, "");
