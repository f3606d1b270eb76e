import { TooManyExports } from "../export/places.ts";
import { Atlas, type OpenFile } from "./atlas.ts";
import type { BriefFormat } from "./format.ts";

/** Each has a thread and a file that grows. */
const MOST_OPEN = 3;
/** Longer than a page takes to draw where there is no graphics card, and to be looked at when it failed. */
const IDLE_MS = 10 * 60_000;

export class NoSuchAtlas extends Error {
  constructor() {
    super("There is no such atlas: it was given up, or not touched for ten minutes.");
    this.name = "NoSuchAtlas";
  }
}

type Open = { atlas: Atlas; busy: boolean; idle: NodeJS.Timeout };

/** The atlases under way. One that nobody touches is given up: a tab may close in the middle. */
export class OpenAtlases {
  readonly #open = new Map<string, Open>();
  readonly #idleMs: number;
  readonly #openFile: OpenFile | undefined;
  #beginning = 0;

  constructor({ idleMs = IDLE_MS, openFile }: { idleMs?: number; openFile?: OpenFile } = {}) {
    this.#idleMs = idleMs;
    this.#openFile = openFile;
  }

  /** @throws TooManyExports */
  async begin(format: BriefFormat): Promise<Atlas> {
    if (this.#open.size + this.#beginning >= MOST_OPEN) throw new TooManyExports();
    this.#beginning += 1;
    try {
      const atlas = await Atlas.begin(format, this.#openFile);
      const idle = setTimeout(() => void this.drop(atlas.id), this.#idleMs).unref();
      this.#open.set(atlas.id, { atlas, busy: false, idle });
      return atlas;
    } finally {
      this.#beginning -= 1;
    }
  }

  /**
   * One thing at a time with an atlas. What fails in its writer ends it.
   * @throws NoSuchAtlas; TooManyExports while something else is done with it
   */
  async use<T>(id: string, what: (atlas: Atlas) => Promise<T>): Promise<T> {
    const open = this.#open.get(id);
    if (open === undefined) throw new NoSuchAtlas();
    if (open.busy) throw new TooManyExports();
    open.busy = true;
    clearTimeout(open.idle);
    try {
      return await what(open.atlas);
    } finally {
      open.busy = false;
      if (open.atlas.failed) await this.drop(id);
      else open.idle = setTimeout(() => void this.drop(id), this.#idleMs).unref();
    }
  }

  async drop(id: string): Promise<void> {
    const open = this.#open.get(id);
    if (open === undefined) return;
    this.#open.delete(id);
    clearTimeout(open.idle);
    await open.atlas.close();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((id) => this.drop(id)));
  }
}
