/** Run by `build.ts` in a process of its own: builds the client once and ends. */
import { fileURLToPath } from "node:url";
import { build } from "vite";

await build({
  configFile: fileURLToPath(new URL("../../vite.config.ts", import.meta.url)),
  logLevel: "warn",
});
