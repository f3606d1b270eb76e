import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { aDataDir } from "../factories.ts";

let built: string | undefined;

/** Compiles the shim once. @throws Error that says what is missing: Linux, or a C compiler */
export function powerShim(): string {
  if (process.platform !== "linux") throw new Error("The power failures need Linux: LD_PRELOAD and /proc.");
  if (built !== undefined && existsSync(built)) return built;
  const source = fileURLToPath(new URL("./power.c", import.meta.url));
  const out = join(aDataDir(), "power.so");
  try {
    execFileSync("cc", ["-O2", "-Wall", "-shared", "-fPIC", "-o", out, source, "-ldl", "-lpthread"], {
      stdio: "pipe",
    });
  } catch (error) {
    const why =
      error instanceof Error && "code" in error && error.code === "ENOENT"
        ? "there is no cc here"
        : String(error);
    throw new Error(`The power failures need a C compiler (${why}): apt-get install gcc libc6-dev.`);
  }
  built = out;
  return out;
}

/** Surroundings of a process whose disk under `dir` goes by the shim. */
export const underShim = (
  dir: string,
  settings: Record<string, string | number>,
): Record<string, string> => ({
  LD_PRELOAD: powerShim(),
  POWER_DIR: `${dir}/`,
  ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)])),
});
