import { createServer } from "node:http";

export type StandIn = {
  /** What has been asked and when, ms of `performance.now()`. */
  readonly asked: { path: string; at: number }[];
  stop: () => Promise<void>;
};

/** Stands in a dead server's place: notes whatever comes in, and hangs up on it without an answer. */
export async function standInFor(url: string): Promise<StandIn> {
  const { port, hostname } = new URL(url);
  const asked: StandIn["asked"] = [];
  const server = createServer((req) => {
    asked.push({ path: req.url ?? "", at: performance.now() });
    req.socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(Number(port), hostname, resolve);
  });
  const stop = () => new Promise<void>((resolve) => void server.close(() => resolve()));
  return { asked, stop };
}

/** The most that came within any one second. */
export const mostInASecond = (asked: StandIn["asked"]): number =>
  Math.max(
    0,
    ...asked.map(({ at: from }) => asked.filter(({ at }) => at >= from && at < from + 1000).length),
  );
