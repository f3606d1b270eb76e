/**
 * Asks the browser not to let the screen sleep for as long as the wall is looked at. It may refuse, and knows no such
 * thing on plain HTTP: then the desktop's own settings decide. Answers what ends it.
 */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let isOver = false;
  // The browser lets go of it whenever the page is hidden.
  const ask = async () => {
    if (document.visibilityState !== "visible" || isOver) return;
    lock = (await navigator.wakeLock?.request("screen").catch(() => null)) ?? null;
    if (isOver) void lock?.release();
  };
  void ask();
  document.addEventListener("visibilitychange", ask);
  return () => {
    isOver = true;
    document.removeEventListener("visibilitychange", ask);
    void lock?.release();
  };
}
