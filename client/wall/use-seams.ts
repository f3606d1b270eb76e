import { useMemo, useSyncExternalStore } from "react";
import type { Seams } from "#domain/wall/address.ts";
import { type Parts, partsOf, seamsOf } from "#domain/wall/frame.ts";
import { address } from "./address.ts";

function subscribe(listener: () => void): () => void {
  window.addEventListener("resize", listener);
  return () => window.removeEventListener("resize", listener);
}

/** Into how many parts frame.css divides a screen of this shape. */
export const useParts = (): Parts => useSyncExternalStore(subscribe, () => partsOf(innerWidth / innerHeight));

/** The tiles that the address names, else those that a screen of this shape has most likely. */
export function useSeams(): Seams {
  const parts = useParts();
  return useMemo(() => address.seams ?? seamsOf(parts), [parts]);
}
