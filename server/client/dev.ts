import { readFile } from "node:fs/promises";
import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import type { Client, ClientPage } from "./client.ts";

const SOURCES: Record<ClientPage, URL> = {
  index: new URL("../../client/index.html", import.meta.url),
  wall: new URL("../../client/wall.html", import.meta.url),
  remote: new URL("../../client/remote.html", import.meta.url),
  desk: new URL("../../client/desk.html", import.meta.url),
};

/** The client straight from its sources, with hot reload over the server's own socket. */
export async function devClient(server: Server): Promise<Client> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    configFile: fileURLToPath(new URL("../../vite.config.ts", import.meta.url)),
    appType: "custom",
    server: { middlewareMode: true, hmr: { server } },
  });
  return {
    routes: vite.middlewares,
    template: async (page) => vite.transformIndexHtml(`/${page}.html`, await readFile(SOURCES[page], "utf8")),
    close: () => vite.close(),
  };
}
