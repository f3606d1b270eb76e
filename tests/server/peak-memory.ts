/** ms between two looks. They measure: nothing waits for one of them. */
const EACH = 20;

/** How much more memory the process took at its highest while `run` ran than before it, bytes. */
export async function peakMemory(run: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, EACH);
  try {
    await run();
  } finally {
    clearInterval(watch);
  }
  return peak - before;
}
