import { deflateSync } from "node:zlib";
import { BLOCKS, type Brief } from "#domain/brief/brief.ts";
import type { Sheet } from "#domain/brief/sheet.ts";
import { DEFAULT_VIEW, parseView, type View } from "#domain/view.ts";

/** A brief of the whole region, with all that a test says otherwise. */
export function aBrief(given: Partial<Brief> = {}, search = ""): Brief {
  const view: View = search === "" ? DEFAULT_VIEW : parseView(search);
  return {
    page: "a3",
    dpi: 150,
    extent: { kind: view.region === null ? "whole" : "region" },
    title: null,
    subtitle: null,
    note: null,
    blocks: BLOCKS.filter((block) => block !== "items" && block !== "sources"),
    lang: "zh-CN",
    view,
    ...given,
  };
}

/** A grey RGBA picture in the size that a page asks for. */
export function aMap({ map }: Pick<Sheet, "map">, size = map.pixels): Buffer {
  const { width, height } = size;
  const row = Buffer.alloc(width * 4 + 1, 200);
  row[0] = 0;
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type, "latin1"), data, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows, { level: 1 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
