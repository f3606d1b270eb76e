import { SaxesParser } from "saxes";
import { type Entry, fromBuffer } from "yauzl";

/** Every part of a workbook unzipped by yauzl and parsed by saxes, the text of its cells counted and thrown away. */
export function bareRead(file: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    let characters = 0;
    fromBuffer(file, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on("error", reject);
      zip.on("end", () => resolve(characters));
      zip.on("entry", (entry: Entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          const parser = new SaxesParser({ xmlns: false, position: false });
          const decoder = new TextDecoder();
          let cells = 0;
          parser.on("error", reject);
          parser.on("opentag", (tag) => {
            if (tag.name === "c") cells += 1;
          });
          parser.on("text", (text) => {
            characters += text.length;
          });
          stream.on("error", reject);
          stream.on("data", (piece: Buffer) => parser.write(decoder.decode(piece, { stream: true })));
          stream.on("end", () => {
            parser.close();
            characters += cells;
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}
