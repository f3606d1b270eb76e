import { crc32, deflateSync } from "node:zlib";
import type { Brief } from "#domain/brief/brief.ts";
import type { Sheet } from "#domain/brief/sheet.ts";
import { parseView } from "#domain/view.ts";
import type { BriefFormat, BriefPage } from "#server/brief/format.ts";
import { makeSheet } from "#server/brief/make-sheet.ts";
import { openLedger } from "#server/ledger.ts";
import { aDataDir, apiOf } from "../../factories.ts";

/** A real ledger, the API over it, and pages laid out from it under a map of one colour. */
export async function seededPages() {
  const ledger = await openLedger(aDataDir(), "test");
  const page = async (id: Brief["page"], search = "", lang: Brief["lang"] = "zh-CN"): Promise<BriefPage> => {
    const brief: Brief = {
      page: id,
      dpi: 150,
      extent: { kind: "whole" },
      title: null,
      subtitle: null,
      note: "备注一句。",
      blocks: ["statistics", "legend", "ranking", "stages", "deadlines", "items", "sources"],
      lang,
      view: parseView(search),
    };
    const boundary = { reviewNumber: null, credits: [] };
    const setting = { boundary, origin: "http://127.0.0.1:8080", revision: 1 };
    const { sheet } = await makeSheet(ledger.database.read, brief, setting);
    return { sheet, map: aMap(sheet.map.pixels) };
  };
  return { api: apiOf(ledger), page, close: () => ledger.database.close() };
}
export type SeededPages = Awaited<ReturnType<typeof seededPages>>;

export async function written(format: BriefFormat, pages: readonly BriefPage[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of format.write(pages)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** An RGB PNG of paper's colour. */
function aMap({ width, height }: Sheet["map"]["pixels"]): Buffer {
  const row = Buffer.alloc(width * 3 + 1, 0xf3);
  row[0] = 0;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const frame = Buffer.alloc(8 + body.length);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), 4 + body.length);
    return frame;
  };
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
