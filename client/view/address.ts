import { formatView, LANGUAGES, parseView, THEMES, type View, withKnownRegions } from "#domain/view.ts";
import { afterFrames } from "../after-frame.ts";
import { page } from "../data/page.ts";

/**
 * The view lives in the address bar and nowhere else: this reads it, writes it, and tells who listens.
 * One page has one route, whose search parameters are domain/view.ts; a router's own 23 KB of code would
 * stand between the reader and the map.
 */
const listeners = new Set<() => void>();
const KNOWN = new Set(page.regions.map((region) => region.code));

/** A look that comes of the reader's cookie and is not the usual goes into the address: copied, it opens alike. */
function read(): View {
  const view = withKnownRegions(parseView(window.location.search), KNOWN);
  return {
    ...view,
    lang: view.lang ?? (page.lang === LANGUAGES[0] ? null : page.lang),
    theme: view.theme ?? (page.theme === THEMES[0] ? null : page.theme),
  };
}

let view = read();

/** What the address bar is to say. A browser draws its bar and tab anew for it: list, map and panels come first. */
let write = () => {};
let callOff = () => {};
function writeNow(): void {
  callOff();
  write();
  write = () => {};
}

function tell(next: View): void {
  view = next;
  for (const listener of listeners) listener();
}

function addressOf(next: View): string {
  const query = formatView(next);
  return `${window.location.pathname}${query === "" ? "" : `?${query}`}`;
}

/** Called once, by the page whose address this is: the wall, whose script has this in one file with its own, has another. */
export function keepAddress(): void {
  // What the address could not mean is not left standing in it.
  window.history.replaceState(null, "", addressOf(view));
  window.addEventListener("pagehide", writeNow);
  window.addEventListener("popstate", () => {
    // Gone back before it was written: the step is one that was never there.
    callOff();
    write = () => {};
    const next = read();
    // A link to a place in the page moves no view.
    if (formatView(next) !== formatView(view)) tell(next);
  });
}

export const currentView = (): View => view;

export function onView(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** `replace` for what is no step worth going back to: camera, sort, layers, look. */
export function setView(
  change: Partial<View> | ((view: View) => Partial<View>),
  options: { replace?: boolean } = {},
): void {
  const next = { ...view, ...(typeof change === "function" ? change(view) : change) };
  if (formatView(next) === formatView(view)) return;
  writeNow();
  write = () => {
    const address = addressOf(next);
    if (options.replace) window.history.replaceState(null, "", address);
    else window.history.pushState(null, "", address);
  };
  callOff = afterFrames(3, writeNow);
  tell(next);
}
