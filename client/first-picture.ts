/**
 * Marks `first-picture` at the moment it was painted. The server's picture is in the HTML itself, so it comes
 * with the page's first contentful paint, which is over before any script can look.
 */
export function markFirstPicture(): void {
  if (document.querySelector("#first-picture svg") === null) return;
  new PerformanceObserver((list, observer) => {
    const [paint] = list.getEntriesByName("first-contentful-paint");
    if (paint === undefined) return;
    performance.mark("first-picture", { startTime: paint.startTime });
    observer.disconnect();
  }).observe({ type: "paint", buffered: true });
}
