import { useEffect, useState } from "react";
import type { Change } from "#domain/wall/news.ts";

/** Long enough to read a change and to find it on the map, ms. */
const EACH_MS = 5000;

/** Which of the changes is told now, one after the other and round again; null where none is. */
export function useChangeNow(changes: readonly Change[], pace: number): number | null {
  const [at, setAt] = useState(0);
  const { length } = changes;
  useEffect(() => {
    if (length < 2) return;
    const timer = setInterval(() => setAt((now) => (now + 1) % length), EACH_MS / pace);
    return () => clearInterval(timer);
  }, [length, pace]);
  return length === 0 ? null : at % length;
}
