import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** Turns one bit of a file, somewhere. False where it is empty or not there. */
export function flipBit(path: string, at: number): boolean {
  if (!existsSync(path)) return false;
  const bytes = readFileSync(path);
  if (bytes.length === 0) return false;
  const bit = Math.floor(at * bytes.length * 8);
  const byte = bit >> 3;
  bytes[byte] = (bytes[byte] ?? 0) ^ (1 << (bit & 7));
  writeFileSync(path, bytes);
  return true;
}
