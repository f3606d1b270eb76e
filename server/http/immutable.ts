import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Request, Response } from "express";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** A year: the address changes with the content. */
export const FOREVER = "public, max-age=31536000, immutable";

/** Types that are compressed by nature. */
const DENSE = /^(image\/(?!svg)|font\/|application\/zip)/;

/**
 * Bytes whose address names their content. Each encoding is made once, off the event loop, when first asked
 * for, and kept; what is dense already goes out as it is.
 */
export class Immutable {
  readonly #bytes: Buffer;
  readonly #type: string;
  readonly #encoded = new Map<"br" | "gzip", Promise<Buffer>>();

  constructor(bytes: Buffer, type: string) {
    this.#bytes = bytes;
    this.#type = type;
  }

  async send(req: Request, res: Response, cache = FOREVER): Promise<void> {
    res.set({ "Cache-Control": cache, "Content-Type": this.#type });
    if (this.#bytes.length < 1024 || DENSE.test(this.#type)) {
      res.end(this.#bytes);
      return;
    }
    res.vary("Accept-Encoding");
    const encoding = req.acceptsEncodings(["br", "gzip", "identity"]);
    if (encoding !== "br" && encoding !== "gzip") {
      res.end(this.#bytes);
      return;
    }
    const body = await this.#as(encoding);
    res.set("Content-Encoding", encoding).end(body);
  }

  #as(encoding: "br" | "gzip"): Promise<Buffer> {
    const kept = this.#encoded.get(encoding) ?? this.#encode(encoding);
    this.#encoded.set(encoding, kept);
    return kept;
  }

  #encode(encoding: "br" | "gzip"): Promise<Buffer> {
    if (encoding === "gzip") return zip(this.#bytes, { level: 9 });
    return brotli(this.#bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 9,
        [constants.BROTLI_PARAM_SIZE_HINT]: this.#bytes.length,
      },
    });
  }
}
