import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "vite";
import { aDataDir } from "../factories.ts";

const ENTRY = fileURLToPath(new URL("./child.ts", import.meta.url));

/** Modules find what they read from where they stand, and go on doing so when they stand in one file. */
const standWhereTheyStood: Plugin = {
  name: "stand-where-they-stood",
  enforce: "pre",
  transform: (code, id) =>
    id.endsWith(".ts")
      ? { code: code.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href)), map: null }
      : null,
};

let made: Promise<string> | undefined;

/**
 * `child.ts` with all that it imports as one file, made once: to find and read some hundred modules took half of the
 * processor's time of a round, and of each round anew.
 */
export const childCode = (): Promise<string> => {
  made ??= make();
  return made;
};

async function make(): Promise<string> {
  const outDir = aDataDir();
  await build({
    configFile: false,
    root: join(ENTRY, "..", "..", ".."),
    logLevel: "error",
    plugins: [standWhereTheyStood],
    ssr: { noExternal: true, target: "node" },
    build: {
      ssr: ENTRY,
      outDir,
      emptyOutDir: false,
      target: "node24",
      minify: false,
      rollupOptions: { output: { entryFileNames: "child.mjs" } },
    },
  });
  return join(outDir, "child.mjs");
}
