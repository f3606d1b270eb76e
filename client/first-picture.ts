/** A page that is looked at is painted by then; one that has not been waits no longer. */
const PATIENCE_MS = 1000;

/**
 * Resolves once the server's picture is on screen, and marks that moment as `first-picture`. The page's first
 * contentful paint is the picture's: rendering waits until the HTML has been read as far as `#root` (index.html).
 * A page that is not looked at is never painted, and a browser without paint timing never says so: neither waits.
 */
export function firstPicturePainted(): Promise<void> {
  return new Promise((resolve) => {
    const told = PerformanceObserver.supportedEntryTypes.includes("paint");
    if (document.visibilityState === "hidden" || !told) resolve();
    setTimeout(resolve, PATIENCE_MS);
    new PerformanceObserver((list, observer) => {
      const [paint] = list.getEntriesByName("first-contentful-paint");
      if (paint === undefined) return;
      performance.mark("first-picture", { startTime: paint.startTime });
      observer.disconnect();
      resolve();
    }).observe({ type: "paint", buffered: true });
  });
}
