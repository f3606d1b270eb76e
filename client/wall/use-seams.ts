import { useSyncExternalStore } from "react";
import type { Seams } from "#domain/wall/address.ts";
import { address } from "./address.ts";

/** Wider than 16:9 by this much a screen is built of four tiles by two, such as 7680 × 2160; frame.css says the same. */
const FOUR_FROM = 2.6;
/** From here of three in a row, such as 5760 × 1080. */
const THREE_FROM = 4.4;

function subscribe(listener: () => void): () => void {
  window.addEventListener("resize", listener);
  return () => window.removeEventListener("resize", listener);
}

/** Into how many parts frame.css divides a screen of this shape: three thirds, four quarters, or not at all. */
export type Parts = 1 | 3 | 4;

export function useParts(): Parts {
  const shape = useSyncExternalStore(subscribe, () => innerWidth / innerHeight);
  if (shape >= THREE_FROM) return 3;
  return shape >= FOUR_FROM ? 4 : 1;
}

/** The tiles that the address names, else those that a screen of this shape has most likely. */
export function useSeams(): Seams {
  const parts = useParts();
  return address.seams ?? { columns: parts, rows: parts === 4 ? 2 : 1 };
}
