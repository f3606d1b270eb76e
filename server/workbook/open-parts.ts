import { pipeline, type Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { RefusedFile } from "#domain/sheet/issue.ts";

const MOST_PARTS = 200;
const MOST_PART_BYTES = 96 * 1024 * 1024;
/** A sheet of ten thousand rows that say the same packs some 60 to 1. */
const MOST_RATIO = 200;
const RATIO_COUNTS_FROM_BYTES = 1024 * 1024;

/** What a workbook may not bring: none of it is ever run or asked for, and none of it is needed to file. */
const FORBIDDEN = [
  [/(?:^|\/)(?:vbaproject|vbadata|vbaprojectsignature)[^/]*$|^xl\/(?:macrosheets|dialogsheets)\//, "macros"],
  [/^xl\/(?:externallinks|querytables)\/|^xl\/connections\.xml$/, "external-links"],
  [/^xl\/(?:activex|embeddings|ctrlprops|model|webextensions)\//, "active-content"],
  [/^(?:encryptioninfo|encryptedpackage)$/, "encrypted"],
] as const;

/** The parts of an opened archive, by the name that a package gives them: without a slash before it. */
export type Parts = {
  has: (name: string) => boolean;
  bytes: (name: string) => number;
  /** The part piece by piece, `take` before the next one is unpacked. @throws RefusedFile */
  stream: (name: string, take: (piece: Buffer) => void) => Promise<void>;
};

/**
 * Opens an archive by its directory alone: nothing is unpacked yet, so that a bomb costs nothing. Sizes that the
 * directory lies about end the unpacking as soon as they are passed.
 * @throws RefusedFile
 */
export async function openParts(bytes: Buffer): Promise<Parts> {
  const zip = await open(bytes);
  if (zip.entryCount > MOST_PARTS) throw new RefusedFile("too-many-parts");
  const entries = new Map<string, Entry>();
  for await (const entry of entriesOf(zip)) {
    const name = entry.fileName.replace(/^\//, "").toLowerCase();
    const forbidden = FORBIDDEN.find(([pattern]) => pattern.test(name));
    if (forbidden !== undefined) throw new RefusedFile(forbidden[1]);
    if ((entry.generalPurposeBitFlag & 1) === 1) throw new RefusedFile("encrypted");
    refuseBomb(entry);
    if (entries.has(name)) throw new RefusedFile("broken");
    entries.set(name, entry);
  }
  const find = (name: string) => entries.get(name.replace(/^\//, "").toLowerCase());
  return {
    has: (name) => find(name) !== undefined,
    bytes: (name) => find(name)?.uncompressedSize ?? 0,
    stream: async (name, take) => {
      const entry = find(name);
      if (entry === undefined) throw new RefusedFile("not-a-workbook");
      await stream(zip, entry, take);
    },
  };
}

function refuseBomb({ uncompressedSize: size, compressedSize: packed }: Entry): void {
  if (size > MOST_PART_BYTES) throw new RefusedFile("part-too-large");
  if (size > RATIO_COUNTS_FROM_BYTES && size > packed * MOST_RATIO) throw new RefusedFile("ratio");
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(new RefusedFile("broken"));
      else resolve(zip);
    });
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      zip.removeAllListeners();
      zip.once("entry", resolve).once("end", () => resolve(null));
      zip.once("error", () => reject(new RefusedFile("broken")));
      zip.readEntry();
    });
    if (entry === null) return;
    yield entry;
  }
}

const [STORED, DEFLATED] = [0, 8];
/** Larger pieces than zlib's own, for each has a price on its way. */
const PIECE_BYTES = 128 * 1024;

/** While a piece is taken the next one is unpacked, in another thread: pieces are asked for, not told as they come. */
async function stream(zip: ZipFile, entry: Entry, take: (piece: Buffer) => void): Promise<void> {
  const { uncompressedSize: size } = entry;
  let bytes = 0;
  for await (const piece of piecesOf(await openEntry(zip, entry))) {
    bytes += piece.length;
    if (bytes > size) throw new RefusedFile("broken");
    take(piece);
  }
  if (bytes !== size) throw new RefusedFile("broken");
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, { decodeFileData: false }, (error, packed) => {
      const { compressionMethod: method } = entry;
      if (error || (method !== STORED && method !== DEFLATED)) return reject(new RefusedFile("broken"));
      if (method === STORED) return resolve(packed);
      // Whichever of the two ends first takes the other with it.
      resolve(pipeline(packed, createInflateRaw({ chunkSize: PIECE_BYTES }), () => {}));
    });
  });
}

/** Pieces of a stream that is ended with the asking for them. @throws RefusedFile for whatever goes wrong in it */
async function* piecesOf(source: Readable): AsyncGenerator<Buffer> {
  try {
    yield* source;
  } catch {
    throw new RefusedFile("broken");
  }
}
