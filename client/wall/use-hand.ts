import { useEffect, useState } from "react";

/** A hand that has not moved for so long has gone. */
const GONE_MS = 6000;

/** True while a pointer moves over the wall, or has just done so: controls and cursor show for as long. */
export function useHand(): boolean {
  const [here, setHere] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const seen = () => {
      setHere(true);
      clearTimeout(timer);
      timer = setTimeout(() => setHere(false), GONE_MS);
    };
    window.addEventListener("pointermove", seen);
    window.addEventListener("pointerdown", seen);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pointermove", seen);
      window.removeEventListener("pointerdown", seen);
    };
  }, []);
  return here;
}
