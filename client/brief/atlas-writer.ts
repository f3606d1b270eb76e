import type { AtlasPage } from "#domain/brief/atlas.ts";
import { type AtlasNote, withPage } from "./atlas-notes.ts";
import { layOut } from "./lay-out.ts";
import { PAGE_TYPE, pageBody, throwIfBroken } from "./map-png.ts";
import { send, WriteError } from "./send.ts";
import type { DrawMap } from "./use-map-picture.ts";

export const ATLAS_FORMATS = ["pdf", "pptx"] as const;
export type AtlasFormat = (typeof ATLAS_FORMATS)[number];

/**
 * An atlas, page by page: laid out, its map drawn, sent, forgotten. The file grows on the server
 * (server/brief/atlas-route.ts), so that a page costs here what one page costs, however many there are.
 */
export class AtlasWriter {
  readonly pages: readonly AtlasPage[];
  readonly #format: AtlasFormat;
  #address: string | null = null;
  #done = 0;
  #notes: readonly AtlasNote[] = [];

  constructor(pages: readonly AtlasPage[], format: AtlasFormat) {
    this.pages = pages;
    this.#format = format;
  }

  /** Each kind of problem once, with all pages that have it. */
  get notes(): readonly AtlasNote[] {
    return this.#notes;
  }

  /**
   * Returns where the file is to be fetched. After an error it goes on with the page that failed.
   * @throws WriteError, MapPictureError, or an AbortError
   */
  async write(draw: DrawMap, signal: AbortSignal, onPage: (page: AtlasPage) => void): Promise<string> {
    try {
      this.#address ??= await this.#begin(signal);
      for (const page of this.pages.slice(this.#done)) {
        onPage(page);
        await this.#add(this.#address, page, draw, signal);
        this.#done += 1;
      }
      await send("POST", `${this.#address}/end`, signal);
      const whole = this.#address;
      // The server drops it when it is fetched: it is no longer to be given up from here.
      this.#address = null;
      return whole;
    } catch (error) {
      // The server has given it up: what goes on is another, from its first page.
      if (error instanceof WriteError && (error.why === "gone" || error.why === "diskFull")) this.#forget();
      throw error;
    }
  }

  /** Tells the server not to wait for more. What is sent while a page is closed outlives it. */
  drop(): void {
    if (this.#address !== null) {
      void fetch(this.#address, { method: "DELETE", keepalive: true }).catch(() => undefined);
    }
    this.#forget();
  }

  #forget(): void {
    this.#address = null;
    this.#done = 0;
    this.#notes = [];
  }

  async #begin(signal: AbortSignal): Promise<string> {
    const answer = await send("POST", `/export/atlas.${this.#format}`, signal);
    const { id } = (await answer.json()) as { id: string };
    return `/export/atlas/${id}`;
  }

  async #add(address: string, page: AtlasPage, draw: DrawMap, signal: AbortSignal): Promise<void> {
    const { sheet, problems } = await layOut(page.brief, signal);
    const { map } = sheet;
    const { view } = page.brief;
    await draw(
      map,
      map.pixelRatio,
      async ({ picture, problems: drawn }) => {
        signal.throwIfAborted();
        throwIfBroken(drawn);
        const body = await pageBody(page.brief, picture);
        await send("POST", `${address}/${this.#done + 1}`, signal, body, PAGE_TYPE);
        this.#notes = withPage(this.#notes, page.folio.page, [...problems, ...drawn]);
      },
      (own) => ({ ...own, view }),
    );
  }
}
