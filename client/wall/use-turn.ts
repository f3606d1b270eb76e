import { useEffect, useState } from "react";

/** Long enough to read what is told and to find it on the map, ms. */
const EACH_MS = 5000;

/** Which of so many is told now, one after the other and round again; null where there is none. */
export function useTurn(length: number, pace: number): number | null {
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (length < 2) return;
    const timer = setInterval(() => setAt((now) => (now + 1) % length), EACH_MS / pace);
    return () => clearInterval(timer);
  }, [length, pace]);
  return length === 0 ? null : at % length;
}

/** Of what is told in turn the page that is told now: as many as there is room for. */
export function pageOf<T>(all: readonly T[], now: number | null, room: number): readonly T[] {
  const from = Math.floor((now ?? 0) / room) * room;
  return all.slice(from, from + room);
}
