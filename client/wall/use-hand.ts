import { useEffect, useState } from "react";

/** A hand that has not moved for so long has gone. */
const GONE_MS = 6000;
/** By which a hand at the wall is known. */
export const SIGNS = ["pointermove", "pointerdown", "keydown"] as const;

/** True while a pointer or a key is at work on the wall, or has just been: controls and cursor show for as long. */
export function useHand(): boolean {
  const [here, setHere] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const seen = () => {
      setHere(true);
      clearTimeout(timer);
      timer = setTimeout(() => setHere(false), GONE_MS);
    };
    for (const kind of SIGNS) window.addEventListener(kind, seen, { capture: true });
    return () => {
      clearTimeout(timer);
      for (const kind of SIGNS) window.removeEventListener(kind, seen, { capture: true });
    };
  }, []);
  return here;
}
