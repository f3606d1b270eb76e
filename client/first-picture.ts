/**
 * Resolves once the server's picture is on screen, and marks that moment as `first-picture`. The page's first
 * contentful paint is the picture's: rendering waits until the HTML has been read as far as `#root` (index.html).
 * A page that is not looked at is never painted, and one without paint timing never says so: both are told by
 * `load`.
 */
export function firstPicturePainted(): Promise<void> {
  return new Promise((resolve) => {
    if (document.visibilityState === "hidden" || document.readyState === "complete") resolve();
    addEventListener("load", () => resolve(), { once: true });
    new PerformanceObserver((list, observer) => {
      const [paint] = list.getEntriesByName("first-contentful-paint");
      if (paint === undefined) return;
      performance.mark("first-picture", { startTime: paint.startTime });
      observer.disconnect();
      resolve();
    }).observe({ type: "paint", buffered: true });
  });
}
