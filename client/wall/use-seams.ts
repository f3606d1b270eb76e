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

/** The tiles that the address names, else those that a screen of this shape has most likely. */
export function useSeams(): Seams {
  const shape = useSyncExternalStore(subscribe, () => innerWidth / innerHeight);
  if (address.seams) return address.seams;
  if (shape >= THREE_FROM) return { columns: 3, rows: 1 };
  return shape >= FOUR_FROM ? { columns: 4, rows: 2 } : { columns: 1, rows: 1 };
}
