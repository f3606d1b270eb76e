import { SaxesParser, type SaxesTagPlain } from "saxes";
import { RefusedFile } from "#domain/sheet/issue.ts";
import type { Parts } from "./open-parts.ts";

/** What is told of a part; names come without the prefix of the root's namespace. */
export type Heard = {
  open: (name: string, attributes: SaxesTagPlain["attributes"]) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/**
 * One part of a workbook as XML, in a stream. A part with a DOCTYPE is refused, so that no entity is ever declared,
 * and text that is not UTF-8 is broken.
 * @param read bytes of the part that are done
 * @throws RefusedFile
 */
export async function readXml(
  parts: Parts,
  name: string,
  { open, text, close }: Heard,
  read?: (bytes: number) => void,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let prefix: number | undefined;
  const local = (tag: SaxesTagPlain): string => {
    prefix ??= tag.name.indexOf(":") + 1;
    return prefix === 0 ? tag.name : tag.name.slice(tag.name.indexOf(":") + 1);
  };
  parser.on("opentag", (tag) => open(local(tag), tag.attributes));
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
  let bytes = 0;
  await parts.stream(name, (piece) => {
    parser.write(decode(decoder, piece));
    bytes += piece.length;
    read?.(bytes);
  });
  parser.write(decode(decoder));
  parser.close();
}

function decode(decoder: TextDecoder, piece?: Buffer): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    throw new RefusedFile("broken");
  }
}
