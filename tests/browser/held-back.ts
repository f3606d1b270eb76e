import { createServer, request, type ServerResponse } from "node:http";
import { freePort } from "./serve.ts";

export type HeldBack = {
  readonly url: string;
  /** What has been asked and when, ms of `performance.now()`. */
  readonly asked: { path: string; at: number }[];
  stop: () => Promise<void>;
};

/**
 * A proxy before a server, as some networks have it: it hands on all but streams, which it keeps for itself until they
 * end ("held"), or does not allow ("refused").
 */
export async function proxyOf(server: string, streams: "held" | "refused"): Promise<HeldBack> {
  const asked: HeldBack["asked"] = [];
  const held = new Set<ServerResponse>();
  const proxy = createServer((req, res) => {
    asked.push({ path: req.url ?? "", at: performance.now() });
    if (req.headers.accept?.includes("text/event-stream")) {
      held.add(res);
      res.on("close", () => held.delete(res));
      if (streams === "refused") res.writeHead(403).end();
      return;
    }
    const onward = request(server + req.url, { method: req.method, headers: req.headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
    });
    onward.on("error", () => res.destroy());
    req.pipe(onward);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => void proxy.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    stop: () =>
      new Promise((resolve) => {
        for (const res of held) res.destroy();
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}
