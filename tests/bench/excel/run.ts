import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Readers } from "#server/workbook/readers.ts";
import { writeWorkbook } from "#server/workbook/write-workbook.ts";
import { OF } from "../../server/workbook/a-base.ts";
import { runBenches } from "../run-benches.ts";
import { median, row, verdict } from "../statistics.ts";
import { bareRead } from "./bare.ts";
import { readOurs } from "./read-ours.ts";
import { pages, ROWS, sheet } from "./rows.ts";

const ROUNDS = 15;

/** The two in turn, so that whatever else the machine does falls on both; the first round warms both. */
async function benchTime(file: Buffer): Promise<void> {
  const readers = new Readers();
  const [ours, bare]: [number[], number[]] = [[], []];
  const base = [...pages()];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const start = performance.now();
    await bareRead(file);
    const middle = performance.now();
    await readOurs(readers, file, base);
    if (round === 0) continue;
    bare.push(middle - start);
    ours.push(performance.now() - middle);
  }
  await readers.close();
  console.log(row("bare read, yauzl + saxes", bare));
  console.log(row("read, checked and compared", ours));
  const ratios = ours.map((ms, round) => ms / (bare[round] ?? Number.NaN));
  console.log(verdict("over the bare read beside it, median", median(ratios), 2, "×"));
}

/** In a process that does nothing else: neither the bare reader nor the making of the workbook counts. */
async function benchMemory(file: Buffer): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "one-map-bench-"));
  try {
    const path = join(dir, "filing.xlsx");
    await writeFile(path, file);
    const script = new URL("./peak.ts", import.meta.url).pathname;
    const { stdout } = await promisify(execFile)(process.execPath, [script, path]);
    const { before, peak } = JSON.parse(stdout) as { before: number; peak: number };
    console.log(`before the first byte is read: ${before.toFixed(0)} MiB resident`);
    console.log(verdict("peak resident memory of a process that reads it", peak, 250, "MiB"));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** A workbook of the product's own, every row of it other than what stands. */
async function benchExcel(): Promise<void> {
  const plan = {
    lang: "zh-CN",
    unitName: OF.unitName,
    month: OF.month,
    withReasons: false,
    demo: false,
  } as const;
  const file = Buffer.from(await writeWorkbook(plan, sheet()));
  console.log(`${ROWS} rows, ${(file.length / 2 ** 20).toFixed(1)} MiB`);
  await benchTime(file);
  await benchMemory(file);
}

await runBenches({ excel: benchExcel });
