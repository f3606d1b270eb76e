import { vi } from "vitest";

/** What a page has of its browser, over Node's own fetch to a real server: addresses, streams, session storage. */
export function browserOf(url: string) {
  const stored = new Map<string, string>();
  const sent: { path: string; body: Record<string, unknown> }[] = [];
  const nodeFetch = globalThis.fetch;
  vi.stubGlobal("location", { origin: url });
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  vi.stubGlobal("fetch", (path: string, init: RequestInit = {}) => {
    if (typeof init.body === "string") sent.push({ path, body: JSON.parse(init.body) });
    return nodeFetch(url + path, { ...init, headers: { ...init.headers, Origin: url } });
  });
  vi.stubGlobal("EventSource", streamsOf(url, nodeFetch));
  return { sent, stored };
}

/** A browser's EventSource as far as this product uses one. */
const streamsOf = (url: string, nodeFetch: typeof fetch) =>
  class extends EventTarget {
    onopen: (() => void) | null = null;
    onerror: (() => void) | null = null;
    onmessage: ((event: { data: string }) => void) | null = null;
    readonly #left = new AbortController();

    constructor(path: string) {
      super();
      void this.#run(url + path).catch(() => this.#left.signal.aborted || this.onerror?.());
    }

    async #run(address: string): Promise<void> {
      const headers = { Accept: "text/event-stream" };
      const answer = await nodeFetch(address, { headers, signal: this.#left.signal });
      if (!answer.ok || !answer.body) throw new Error("refused");
      this.onopen?.();
      let text = "";
      for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
          const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
          const isNamed = /^event: /m.test(text.slice(0, end));
          text = text.slice(end + 2);
          if (data !== undefined && !isNamed && !this.#left.signal.aborted) this.onmessage?.({ data });
        }
      }
      throw new Error("cut");
    }

    close(): void {
      this.#left.abort();
    }
  };
