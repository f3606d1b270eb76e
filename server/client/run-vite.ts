/** Run by `build.ts` in a process of its own: builds the client once into the folder it is given, and ends. */
import { fileURLToPath } from "node:url";
import { build } from "vite";

const [outDir] = process.argv.slice(2);
if (outDir === undefined) throw new Error("server/client/run-vite.ts expects the folder to build into");

// A test runner's environment comes along to its children, and would build React for development.
process.env.NODE_ENV = "production";

try {
  await build({
    mode: "production",
    configFile: fileURLToPath(new URL("../../vite.config.ts", import.meta.url)),
    logLevel: "error",
    build: { outDir, emptyOutDir: true },
  });
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
