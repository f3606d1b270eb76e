import { isAscii } from "node:buffer";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { RefusedFile } from "#domain/sheet/issue.ts";
import type { Parts } from "./open-parts.ts";

/** What is told of a part; names come without the prefix of the root's namespace. */
export type Heard = {
  open: (name: string, attributes: SaxesTagPlain["attributes"]) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
  /** Reads what is inside some elements faster than the parser does. */
  short?: ShortCut;
};

/**
 * Where an element of this name has just been opened, `read` is given the text with the place behind its tag. It takes
 * whole elements, as far as it knows them for certain, and gives back the place from which the parser goes on.
 */
export type ShortCut = { name: string; read: (text: string, at: number) => number };

/**
 * One part of a workbook as XML, in a stream. A part with a DOCTYPE is refused, so that no entity is ever declared,
 * and text that is not UTF-8 is broken.
 * @param read bytes of the part that are done
 * @throws RefusedFile
 */
export async function readXml(
  parts: Parts,
  name: string,
  { open, text, close, short }: Heard,
  read?: (bytes: number) => void,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let prefix: number | undefined;
  let last: string | undefined;
  const local = (tag: SaxesTagPlain): string => {
    prefix ??= tag.name.indexOf(":") + 1;
    return prefix === 0 ? tag.name : tag.name.slice(tag.name.indexOf(":") + 1);
  };
  parser.on("opentag", (tag) => {
    const opened = local(tag);
    last = tag.isSelfClosing ? undefined : opened;
    open(opened, tag.attributes);
  });
  if (text !== undefined) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  if (close !== undefined) parser.on("closetag", (tag) => close(local(tag)));
  parser.on("doctype", () => {
    throw new RefusedFile("doctype");
  });
  parser.on("error", () => {
    throw new RefusedFile("broken");
  });
  /** True where this very sign ended the tag that opens an element of the name: not one in a comment or a value. */
  const opens = (tag: string): boolean => {
    last = undefined;
    parser.write(">");
    return last === tag;
  };
  const write = (piece: string) => {
    let from = 0;
    while (short !== undefined) {
      const start = piece.indexOf(`<${short.name}`, from);
      const end = start < 0 ? -1 : piece.indexOf(">", start);
      if (end < 0) break;
      parser.write(piece.slice(from, end));
      from = end + 1;
      if (opens(short.name)) from = short.read(piece, from);
    }
    parser.write(from === 0 ? piece : piece.slice(from));
  };
  const decode = decoder();
  let bytes = 0;
  await parts.stream(name, (piece) => {
    write(decode(piece));
    bytes += piece.length;
    read?.(bytes);
  });
  write(decode());
  parser.close();
}

/** UTF-8 piece by piece. Most pieces of a sheet are ASCII, and need no decoding. @throws RefusedFile */
function decoder(): (piece?: Buffer) => string {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let isWhole = true;
  return (piece) => {
    if (piece !== undefined && isWhole && isAscii(piece)) return piece.toString("latin1");
    isWhole = piece === undefined || (piece.at(-1) ?? 0x80) < 0x80;
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch {
      throw new RefusedFile("broken");
    }
  };
}
