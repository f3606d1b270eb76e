/** Reads back what a workbook says, cell by cell, from the bytes of its parts. */
import { fromBuffer } from "yauzl";

export type ReadCell = { type: "text" | "number" | "formula"; value: string | number; format: string };
export type ReadSheet = { name: string; xml: string; rows: (ReadCell | undefined)[][] };

export function unzip(bytes: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const parts = new Map<string, string>();
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on("error", reject);
      zip.on("end", () => resolve(parts));
      zip.on("entry", (entry) => {
        zip.openReadStream(entry, async (failed, stream) => {
          if (failed) return reject(failed);
          const chunks: Buffer[] = [];
          for await (const chunk of stream) chunks.push(chunk as Buffer);
          parts.set(entry.fileName, Buffer.concat(chunks).toString("utf8"));
          zip.readEntry();
        });
      });
      zip.readEntry();
    });
  });
}

const unescaped = (xml: string): string =>
  xml
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

/** A=0, Z=25, AA=26. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export async function readXlsx(bytes: Buffer): Promise<ReadSheet[]> {
  const parts = await unzip(bytes);
  const part = (name: string): string => {
    const text = parts.get(name);
    if (text === undefined) throw new Error(`the workbook has no ${name}`);
    return text;
  };
  const strings = [...part("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map((string) =>
    unescaped([...(string[1] ?? "").matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map((text) => text[1] ?? "").join("")),
  );
  const formats = formatsOf(part("xl/styles.xml"));
  const sheets = [...part("xl/workbook.xml").matchAll(/<sheet [^>]*?name="([^"]*)"/g)];
  return sheets.map(([, name = ""], index) => {
    const xml = part(`xl/worksheets/sheet${index + 1}.xml`);
    const rows = [...xml.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, cells = ""]) => {
      const row: (ReadCell | undefined)[] = [];
      for (const [, attributes = "", inside = ""] of cells.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
        const column = columnOf(/r="([A-Z]+)\d+"/.exec(attributes)?.[1] ?? "A");
        const value = /<v>(.*?)<\/v>/s.exec(inside)?.[1];
        const format = formats[Number(/s="(\d+)"/.exec(attributes)?.[1] ?? 0)] ?? "";
        if (inside.includes("<f>")) row[column] = { type: "formula", value: inside, format };
        else if (value === undefined) continue;
        else if (/t="s"/.test(attributes))
          row[column] = { type: "text", value: strings[Number(value)] ?? "", format };
        else row[column] = { type: "number", value: Number(value), format };
      }
      return row;
    });
    return { name: unescaped(name), xml, rows };
  });
}

/** The number format of each cell style: its code, or its number where it is built in. */
function formatsOf(styles: string): string[] {
  const codes = new Map(
    [...styles.matchAll(/<numFmt [^>]*?>/g)].map(([tag]) => [
      /numFmtId="(\d+)"/.exec(tag)?.[1] ?? "",
      unescaped(/formatCode="([^"]*)"/.exec(tag)?.[1] ?? ""),
    ]),
  );
  const cells = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? "";
  return [...cells.matchAll(/<xf [^>]*>/g)].map(([tag]) => {
    const id = /numFmtId="(\d+)"/.exec(tag)?.[1] ?? "0";
    return codes.get(id) ?? id;
  });
}

/** Rows of a sheet by its heads; a day is the number that a sheet keeps it as. */
export function tableOfSheet({ rows: [head = [], ...rows] }: ReadSheet): Record<string, ReadCell["value"]>[] {
  return rows.map((row) =>
    Object.fromEntries(
      head.flatMap((name, index) => {
        const cell = row[index];
        return name === undefined || cell === undefined ? [] : [[name.value, cell.value]];
      }),
    ),
  );
}
