/** Without a graphics card a frame is still being drawn while the next one or two are asked for. */
const FRAMES = 3;

/**
 * Calls back once the frame that is now being made is on the screen, or all but, so that what comes second takes
 * nothing from it: without a graphics card, drawing and the page share the same processors.
 * @returns a function that calls it off
 */
export function afterFrame(callback: () => void): () => void {
  let left = FRAMES;
  let request = 0;
  const wait = () => {
    left -= 1;
    if (left < 0) callback();
    else request = requestAnimationFrame(wait);
  };
  wait();
  return () => cancelAnimationFrame(request);
}
