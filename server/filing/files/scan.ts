import { spawn } from "node:child_process";
import { FileRefusal } from "./refusal.ts";

export const SCAN_MS = 60_000;

/**
 * Has a file looked at by the command that `SCAN_COMMAND` names, the file's path as its last argument: exit code 0
 * says that it is clean. No shell reads the command. Without a command nothing is looked at.
 * @throws FileRefusal where the scanner objects, takes too long, or cannot be run: what nobody looked at is not taken
 */
export async function scanFile(command: string | undefined, path: string, ms = SCAN_MS): Promise<void> {
  const [program, ...rest] = command?.split(/\s+/).filter(Boolean) ?? [];
  if (program === undefined) return;
  const verdict = await new Promise<string | null>((resolve) => {
    const scanner = spawn(program, [...rest, path], {
      stdio: "ignore",
      timeout: ms,
      killSignal: "SIGKILL",
    });
    scanner.once("error", () => resolve("the virus scanner cannot be run"));
    scanner.once("exit", (code, signal) => {
      if (code === 0) resolve(null);
      else
        resolve(signal === null ? "the virus scanner refused the file" : "the virus scanner took too long");
    });
  });
  if (verdict !== null) throw new FileRefusal(verdict);
}
