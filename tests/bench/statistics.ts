import { cpus, loadavg, totalmem } from "node:os";

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

/** `name  median 123.4 (min 100.0, max 150.0, n 7)` */
export const row = (name: string, values: readonly number[], unit = "ms"): string =>
  `${name.padEnd(44)} median ${median(values).toFixed(1)} ${unit} (min ${Math.min(...values).toFixed(1)}, max ${Math.max(...values).toFixed(1)}, n ${values.length})`;

/** A figure against its goal, in words that survive a copy into a note. */
export const verdict = (name: string, value: number, goal: number, unit: string): string =>
  `${value <= goal ? "meets" : "MISSES"}  ${name}: ${value.toFixed(2)} ${unit}, goal ≤ ${goal} ${unit}`;

/** What was measured on, and what else it was doing. */
export const machine = (): string =>
  `machine: ${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, load ${loadavg()
    .map((one) => one.toFixed(2))
    .join(" ")}`;
