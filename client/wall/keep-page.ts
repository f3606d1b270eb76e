/**
 * Has the wall kept by its browser, so that it opens while the server is away (client/sw). It needs localhost or TLS:
 * elsewhere a browser knows no service worker, and a reload while the server is away shows the browser's own page.
 */
export async function keepPage(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register("/sw.js", { scope: "/wall" });
    const { active } = await navigator.serviceWorker.ready;
    const fetched = performance.getEntriesByType("resource").map(({ name }) => name);
    const own = fetched.filter(
      (name) => name.startsWith(`${location.origin}/`) && !name.includes("revision.watch"),
    );
    const { port1, port2 } = new MessageChannel();
    // For who sets up a screen: from now on it opens without the server.
    port1.onmessage = () => document.documentElement.setAttribute("data-kept", "");
    active?.postMessage({ keep: [location.href, ...new Set(own)] }, [port2]);
    keepLate(active);
  } catch (error) {
    console.warn(error);
  }
}

/** What had been asked for by then may still be on its way, and no worker has seen it: a font's part, a piece of the map. */
function keepLate(worker: ServiceWorker | null): void {
  const from = performance.now();
  const observer = new PerformanceObserver((list) => {
    const entries = list.getEntries();
    const late = entries.filter(({ startTime, name }) => startTime <= from && isAsset(name));
    if (late.length > 0) worker?.postMessage({ keep: late.map(({ name }) => name) });
    if (entries.some(({ startTime }) => startTime > from + LATEST_MS)) observer.disconnect();
  });
  observer.observe({ type: "resource" });
}

const isAsset = (address: string): boolean =>
  /^\/(assets|geo|tiles)\//.test(address.slice(location.origin.length));
/** Nothing is on its way for longer, ms. */
const LATEST_MS = 60_000;
