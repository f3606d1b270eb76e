/**
 * Calls back once the frame that is now being made is on its way to the screen, so that what comes second takes
 * nothing from it: without a graphics card, drawing and the page share the same processors.
 * @returns a function that calls it off
 */
export function afterFrame(callback: () => void): () => void {
  let request = requestAnimationFrame(() => {
    request = requestAnimationFrame(callback);
  });
  return () => cancelAnimationFrame(request);
}
