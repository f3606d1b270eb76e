import { readFile } from "node:fs/promises";
import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import type { Client } from "./client.ts";

/** The client straight from its sources, with hot reload over the server's own socket. */
export async function devClient(server: Server): Promise<Client> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    configFile: fileURLToPath(new URL("../../vite.config.ts", import.meta.url)),
    appType: "custom",
    server: { middlewareMode: true, hmr: { server } },
  });
  const page = new URL("../../client/index.html", import.meta.url);
  return {
    routes: vite.middlewares,
    template: async (url) => vite.transformIndexHtml(url, await readFile(page, "utf8")),
    close: () => vite.close(),
  };
}
