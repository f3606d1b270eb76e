/**
 * The longest that the event loop was held in one go while `run` ran, ms. In the thread's own processor time:
 * a machine that is busy with other things holds up the clock, not the loop.
 */
export async function longestHold(run: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let running = true;
  let before = process.threadCpuUsage();
  const look = () => {
    const { user, system } = process.threadCpuUsage(before);
    longest = Math.max(longest, (user + system) / 1000);
    before = process.threadCpuUsage();
    if (running) setImmediate(look);
  };
  setImmediate(look);
  await run();
  await new Promise((resolve) => setImmediate(resolve));
  running = false;
  return longest;
}
