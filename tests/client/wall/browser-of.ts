import { vi } from "vitest";

/** What a page has of its browser, over Node's own fetch to a real server: addresses, streams, session storage. */
export function browserOf(url: string) {
  const stored = new Map<string, string>();
  const sent: { path: string; body: Record<string, unknown> }[] = [];
  const nodeFetch = globalThis.fetch;
  vi.stubGlobal("location", { origin: url });
  vi.stubGlobal("window", new EventTarget());
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
    onmessage: ((event: { data: string }) => void) | null = null;
    readonly #left = new AbortController();

    constructor(path: string) {
      super();
      void this.#run(url + path).catch(
        () => this.#left.signal.aborted || this.dispatchEvent(new Event("error")),
      );
    }

    async #run(address: string): Promise<void> {
      const headers = { Accept: "text/event-stream" };
      const answer = await nodeFetch(address, { headers, signal: this.#left.signal });
      if (!answer.ok || !answer.body) throw new Error("refused");
      let text = "";
      for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
          const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
          const name = /^event: (.*)$/m.exec(text.slice(0, end))?.[1];
          text = text.slice(end + 2);
          if (this.#left.signal.aborted) return;
          if (name !== undefined) this.dispatchEvent(new Event(name));
          else if (data !== undefined) this.onmessage?.({ data });
        }
      }
      throw new Error("cut");
    }

    close(): void {
      this.#left.abort();
    }
  };
