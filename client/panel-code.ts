import { type ComponentType, lazy } from "react";

/** Code that did not come; `again` resolves once another try is over, whatever came of it. */
export class CodeError extends Error {
  readonly again: () => Promise<void>;

  constructor(cause: unknown, again: () => Promise<void>) {
    super("a panel's code did not come", { cause });
    this.name = "CodeError";
    this.again = again;
  }
}

/** A component whose code comes apart from the page's. React's `lazy` keeps a refusal for ever: this forgets it. */
export class PanelCode<Props extends object> {
  readonly #load: () => Promise<ComponentType<Props>>;
  #here: ComponentType<Props> | null = null;
  #lazy: ComponentType<Props> | null = null;

  constructor(load: () => Promise<ComponentType<Props>>) {
    this.#load = load;
  }

  /** Sends for the code before anything is there to show it. @throws CodeError */
  async fetch(): Promise<void> {
    try {
      this.#here = await this.#load();
    } catch (cause) {
      this.#lazy = null;
      throw new CodeError(cause, () => this.#again());
    }
  }

  /** Itself where its code is here, so that it stands in the first frame; else what waits for the code. */
  component(): ComponentType<Props> {
    if (this.#here) return this.#here;
    this.#lazy ??= lazy(async () => {
      await this.fetch();
      return { default: this.component() };
    });
    return this.#lazy;
  }

  /**
   * A browser may keep a module's failure as long as the page, and a newer build has its code under other names:
   * where the server answers and the code still does not come, the page is loaded anew. The address is the view.
   */
  async #again(): Promise<void> {
    try {
      await Promise.all(deadSheets().map(revived));
      await this.fetch();
    } catch {
      if (await serverAnswers()) location.reload();
    }
  }
}

/** Style sheets that failed: the code that asked for them would come without them from now on. */
const deadSheets = () =>
  [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")].filter(isDead);

/** Every sheet of ours may be read by its page: one that may not is the browser's stand-in for one that failed. */
function isDead({ sheet }: HTMLLinkElement): boolean {
  try {
    return !sheet?.cssRules;
  } catch {
    return true;
  }
}

const revived = (link: HTMLLinkElement) =>
  new Promise((resolve, reject) => {
    const copy = link.cloneNode() as HTMLLinkElement;
    copy.onload = resolve;
    copy.onerror = reject;
    link.replaceWith(copy);
  });

export const serverAnswers = (): Promise<boolean> =>
  fetch("/healthz").then(
    ({ ok }) => ok,
    () => false,
  );
