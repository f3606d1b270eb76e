import { closeSync, fsyncSync, openSync } from "node:fs";

/** Sees to the disk that a directory holds the names it holds. Windows keeps them by itself and opens no directory. */
export function syncDirectory(path: string): void {
  if (process.platform === "win32") return;
  const directory = openSync(path, "r");
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
