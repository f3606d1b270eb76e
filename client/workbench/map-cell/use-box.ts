import { type RefObject, useLayoutEffect, useRef, useState } from "react";

export type Box = { width: number; height: number };

/** Size of an element in CSS px, followed as it changes; null until it has been laid out. */
export function useBox<E extends HTMLElement>(): [RefObject<E | null>, Box | null] {
  const ref = useRef<E>(null);
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setBox({ width: element.clientWidth, height: element.clientHeight });
    // Now, so that the first frame is drawn for the size it has.
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, box];
}
