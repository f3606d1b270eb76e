import { vi } from "vitest";

/** A stream that was asked for: a test speaks for its server. */
export class StubStream extends EventTarget {
  readonly askedAt = performance.now();
  isClosed = false;
  onmessage: ((event: MessageEvent) => void) | null = null;

  close(): void {
    this.isClosed = true;
  }

  /** What tRPC's server says first, to whoever asks; and every few seconds, to whom it lets hear. */
  greet = () => this.#say("connected");
  ping = () => this.#say("ping");
  connect(): void {
    this.greet();
    this.ping();
  }
  end = (event: "error" | "return" | "serialized-error" = "error") => this.#say(event);

  refuse(code: string): void {
    const data = JSON.stringify({ message: "no", code: -32001, data: { code } });
    if (!this.isClosed) this.dispatchEvent(new MessageEvent("serialized-error", { data }));
  }

  message(data: unknown): void {
    if (!this.isClosed) this.onmessage?.(new MessageEvent("message", { data: JSON.stringify(data) }));
  }

  #say(event: string): void {
    if (!this.isClosed) this.dispatchEvent(new Event(event));
  }
}

/** A page without its server: what it asks for is in `asked`. Timers and clocks stand until a test moves them. */
export function stubBrowser() {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
  const asked: StubStream[] = [];
  const window = new EventTarget();
  vi.stubGlobal("window", window);
  let document = new EventTarget();
  const anotherPage = () => {
    document = Object.assign(new EventTarget(), { visibilityState: "visible" });
    vi.stubGlobal("document", document);
  };
  anotherPage();
  vi.stubGlobal(
    "EventSource",
    class extends StubStream {
      constructor() {
        super();
        asked.push(this);
      }
    },
  );
  const latest = (): StubStream => {
    const stream = asked.at(-1);
    if (!stream) throw new Error("no stream was asked for");
    return stream;
  };
  return {
    asked,
    latest,
    /** What is opened from now on is another page, and `show` shows that one alone. */
    anotherPage,
    goOnline: () => window.dispatchEvent(new Event("online")),
    show: () => document.dispatchEvent(new Event("visibilitychange")),
    /** Between each request and the one before, ms. */
    gaps: () => asked.slice(1).map(({ askedAt }, index) => askedAt - (asked[index]?.askedAt ?? Number.NaN)),
  };
}
