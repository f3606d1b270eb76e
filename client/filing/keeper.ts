import type { ReportDraft } from "#domain/report/report.ts";
import { sameValue } from "./fields.ts";

/** What the server has of a report, and its edition; 0 before the first save, when it is what the form starts with. */
export type Base<Content = ReportDraft> = { content: Content; edition: number };
/** What this browser keeps of what the server has not got yet. */
export type Kept<Content = ReportDraft> = { base: Base<Content>; content: Content; at: string };

/** How typing and keeping stand. `isLocal`: this browser holds it, whatever becomes of the network. */
export type Standing =
  | { is: "untouched" }
  | { is: "typed"; isLocal: boolean }
  | { is: "sending"; isLocal: boolean }
  | { is: "saved"; at: string }
  | { is: "waiting"; why: "offline" | "signedOut" | "refused"; isLocal: boolean }
  | { is: "conflict"; by: string; at: string; isLocal: boolean };

/** Why a save did not come about. */
export type Failure =
  | { why: "offline" | "signedOut" | "refused" }
  | { why: "conflict"; by: string; at: string };

export type KeeperParts<Content = ReportDraft> = {
  base: Base<Content>;
  /** What was left here before, where anything was. */
  kept: Kept<Content> | null;
  /** Sends a content to the server. Answers the edition that it has since, and when. */
  save: (content: Content, edition: number) => Promise<{ edition: number; at: string }>;
  /** What the server has now; null where it has none. Asked where it says that another was faster. */
  there: () => Promise<Base<Content> | null>;
  /** What a failed save means. */
  failureOf: (error: unknown) => Failure;
  /** False where this browser cannot keep it. */
  keep: (kept: Kept<Content>) => boolean;
  forget: () => void;
  now: () => Date;
};
/** All that the form shows of it. */
export type Keeping<Content = ReportDraft> = { base: Base<Content>; content: Content; standing: Standing };

/** After the last key, in ms; and how long until a server that did not answer is tried again. */
const PAUSE_MS = 900;
const AGAIN_MS = [3_000, 10_000, 30_000] as const;

/** Keeps one report, or whatever else is typed, while it is: here at once, at the server after a pause, and says how that stands. */
export class Keeper<Content = ReportDraft> {
  readonly #parts: KeeperParts<Content>;
  readonly #listeners = new Set<() => void>();
  #keeping: Keeping<Content>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<Base<Content> | null> | undefined;
  #failures = 0;

  constructor(parts: KeeperParts<Content>) {
    this.#parts = parts;
    const { base, kept } = parts;
    if (kept === null) {
      this.#keeping = { base, content: base.content, standing: { is: "untouched" } };
    } else if (sameValue(kept.content, base.content)) {
      // Where the server has one it went out after all, and the answer never came: the page was closed meanwhile.
      parts.forget();
      const standing: Standing = base.edition > 0 ? { is: "saved", at: kept.at } : { is: "untouched" };
      this.#keeping = { base, content: base.content, standing };
    } else {
      // On the base it was typed on: where another was faster, the server says so.
      this.#keeping = { base: kept.base, content: kept.content, standing: { is: "typed", isLocal: true } };
    }
  }

  /** How it all stands; the same object until something changes. */
  readonly look = (): Keeping<Content> => this.#keeping;
  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Sends what was left here, and goes on with whatever is typed. */
  start(): void {
    if (this.#isOwed()) this.#plan(0);
  }

  /** The form goes: what is typed is sent as far as the network goes, and stays here otherwise. */
  stop(): void {
    if (this.#isOwed()) void this.flush();
    clearTimeout(this.#timer);
  }

  type(content: Content): void {
    const { base, standing } = this.#keeping;
    const isLocal = this.#keep(content);
    const next: Standing = standing.is === "conflict" ? { ...standing, isLocal } : { is: "typed", isLocal };
    this.#set({ base, content, standing: next });
    if (next.is === "typed") this.#plan(PAUSE_MS);
  }

  /** Sends now: the base once the server has all that is typed, null where it has not. */
  async flush({ evenUntouched = false } = {}): Promise<Base<Content> | null> {
    clearTimeout(this.#timer);
    while (this.#sending !== undefined) await this.#sending;
    if (this.#keeping.standing.is === "conflict") return null;
    const { base, content } = this.#keeping;
    const isSame = sameValue(content, base.content);
    if (isSame && !(evenUntouched && base.edition === 0)) {
      if (this.#keeping.standing.is !== "saved" && this.#keeping.standing.is !== "untouched")
        this.#done(base);
      return base;
    }
    this.#sending = this.#send(base, content).finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  /** All of it is to go: nothing more is sent unless it is started again. Answers what the server has of it. */
  async giveUp(): Promise<Base<Content>> {
    while (this.#sending !== undefined) await this.#sending;
    clearTimeout(this.#timer);
    return this.#keeping.base;
  }

  /** It is gone from the server: what was typed goes too. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#parts.forget();
    const { base } = this.#keeping;
    this.#set({ base, content: base.content, standing: { is: "untouched" } });
  }

  /** The server has something newer, which a form that nobody has typed in shows. */
  adopt(base: Base<Content>): void {
    if (this.#isOwed() || base.edition <= this.#keeping.base.edition) return;
    this.#set({ base, content: base.content, standing: this.#keeping.standing });
  }

  /** A conflict is settled: this content stands on that base. */
  settle(base: Base<Content>, content: Content): void {
    this.#set({ base, content, standing: { is: "typed", isLocal: true } });
    this.#keep(content);
    this.#plan(0);
  }

  async #send(base: Base<Content>, content: Content): Promise<Base<Content> | null> {
    const isLocal = this.#keep(content);
    this.#set({ ...this.#keeping, standing: { is: "sending", isLocal } });
    try {
      const { edition } = await this.#parts.save(content, base.edition);
      return this.#saved({ content, edition });
    } catch (error) {
      const failure = this.#parts.failureOf(error);
      if (failure.why === "conflict") {
        const { by, at } = failure;
        // A save whose answer was lost is this very content, and nobody's but one's own.
        const there = await this.#parts.there().catch(() => null);
        if (there !== null && sameValue(there.content, content)) return this.#saved(there);
        this.#set({ ...this.#keeping, standing: { is: "conflict", by, at, isLocal } });
      } else {
        this.#set({ ...this.#keeping, standing: { is: "waiting", why: failure.why, isLocal } });
        if (failure.why === "offline") {
          this.#plan(AGAIN_MS[Math.min(this.#failures, AGAIN_MS.length - 1)] ?? AGAIN_MS[0]);
          this.#failures += 1;
        }
      }
      return null;
    }
  }

  #saved(base: Base<Content>): Base<Content> {
    this.#failures = 0;
    this.#keeping = { ...this.#keeping, base };
    if (sameValue(this.#keeping.content, base.content)) this.#done(base);
    else this.type(this.#keeping.content);
    return base;
  }

  #done(base: Base<Content>): void {
    this.#parts.forget();
    this.#set({ ...this.#keeping, base, standing: { is: "saved", at: this.#parts.now().toISOString() } });
  }

  #isOwed(): boolean {
    return !sameValue(this.#keeping.content, this.#keeping.base.content);
  }

  #keep(content: Content): boolean {
    return this.#parts.keep({ base: this.#keeping.base, content, at: this.#parts.now().toISOString() });
  }

  #plan(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  #set(keeping: Keeping<Content>): void {
    this.#keeping = keeping;
    for (const listener of this.#listeners) listener();
  }
}
