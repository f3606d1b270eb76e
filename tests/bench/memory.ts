import { readFile } from "node:fs/promises";
import { serve } from "../browser/serve.ts";
import { verdict } from "./statistics.ts";

const REQUESTS = 10_000;
const AT_ONCE = 8;
const PATHS = [
  "/trpc/progress.byRegion?input=%7B%22level%22%3A%22league%22%2C%22measure%22%3A%22items%22%7D",
  "/trpc/project.list?input=%7B%7D",
  "/trpc/policy.list?input=%7B%22filter%22%3A%7B%22text%22%3A%22%E5%8F%A3%E5%B2%B8%22%7D%7D",
  "/trpc/project.get?input=%7B%22id%22%3A%22S-1.4-14%22%7D",
  "/",
];

/** Resident memory in MiB, from the kernel; null where there is no /proc. */
async function residentMiB(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const found = /VmRSS:\s+(\d+) kB/.exec(status);
  return found ? Number(found[1]) / 1024 : null;
}

/** Resident memory of the server after 10,000 requests over loopback, eight at once. */
export async function benchMemory(): Promise<void> {
  const served = await serve();
  try {
    console.log(`server at start: ${(await residentMiB(served.process.pid))?.toFixed(0)} MiB resident`);
    const answers = new Map<number, number>();
    let sent = 0;
    const start = performance.now();
    const client = async () => {
      while (sent < REQUESTS) {
        const path = PATHS[sent % PATHS.length] ?? "/";
        sent += 1;
        const response = await fetch(served.url + path);
        await response.arrayBuffer();
        answers.set(response.status, (answers.get(response.status) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, client));
    const seconds = (performance.now() - start) / 1000;
    const resident = (await residentMiB(served.process.pid)) ?? Number.NaN;
    console.log(
      `${REQUESTS} requests in ${seconds.toFixed(1)} s, answers ${JSON.stringify(Object.fromEntries(answers))}`,
    );
    console.log(verdict("resident memory after them", resident, 250, "MiB"));
  } finally {
    await served.stop();
  }
}
