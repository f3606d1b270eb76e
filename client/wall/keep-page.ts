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
  } catch (error) {
    console.warn(error);
  }
}
