import { useEffect, useEffectEvent, useState } from "react";
import { SIGNS } from "./use-hand.ts";

/** So long before, it is told, ms. */
const NOTICE_MS = 20_000;

/**
 * Calls `onIdle` whenever no hand has been at the wall for `ms`, which is more than the notice; null: never. Counted
 * from each sign of a hand and from each new `since`. Answers whether the call is about to come.
 */
export function useIdle(ms: number | null, since: unknown, onIdle: () => void): boolean {
  const [soon, setSoon] = useState(false);
  const call = useEffectEvent(onIdle);
  useEffect(() => {
    if (ms === null) return;
    let timers: ReturnType<typeof setTimeout>[] = [];
    const stop = () => {
      for (const timer of timers) clearTimeout(timer);
      setSoon(false);
    };
    const count = () => {
      stop();
      timers = [setTimeout(() => setSoon(true), ms - NOTICE_MS), setTimeout(idle, ms)];
    };
    const idle = () => {
      call();
      count();
    };
    count();
    for (const kind of SIGNS) window.addEventListener(kind, count, { capture: true });
    return () => {
      stop();
      for (const kind of SIGNS) window.removeEventListener(kind, count, { capture: true });
    };
  }, [ms, since]);
  return soon;
}
