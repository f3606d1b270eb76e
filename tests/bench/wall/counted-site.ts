import { connect, createServer, type Socket } from "node:net";

export type CountedSite = { url: string; open: () => number; stop: () => Promise<void> };

/** A server's port once more, with a count of the connections that are open to it, whoever in the browser has them. */
export async function countConnections(port: number): Promise<CountedSite> {
  const open = new Set<Socket>();
  const relay = createServer((from) => {
    const to = connect(port, "127.0.0.1");
    open.add(from);
    from.pipe(to).pipe(from);
    for (const end of [from, to]) {
      end.on("error", () => {});
      end.on("close", () => {
        open.delete(from);
        from.destroy();
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", resolve));
  const address = relay.address();
  if (address === null || typeof address === "string") throw new Error("no port to relay from");
  return {
    url: `http://127.0.0.1:${address.port}`,
    open: () => open.size,
    stop: () => new Promise((resolve) => relay.close(() => resolve())),
  };
}
