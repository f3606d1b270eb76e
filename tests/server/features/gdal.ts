/** GDAL's command, where the machine has it: a GIS program's own reading of what the server says. */
import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";

export const hasGdal: boolean = (() => {
  try {
    execFileSync("ogrinfo", ["--version"], { stdio: "ignore", timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
})();

/** Said of a test that cannot run. */
export const ONLY_WITH_GDAL = hasGdal ? "" : " (skipped: ogrinfo is not installed here)";

export async function ogrinfo(...words: string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)("ogrinfo", words, {
    timeout: 60_000,
    maxBuffer: 2 ** 26,
  });
  return stdout + stderr;
}
