import { type RefObject, useEffect, useRef, useState } from "react";

export type Box = { width: number; height: number };

/** Size of an element in CSS px, followed as it changes; null until it has been laid out. */
export function useBox<E extends HTMLElement>(): [RefObject<E | null>, Box | null] {
  const ref = useRef<E>(null);
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setBox({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, box];
}
