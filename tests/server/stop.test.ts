import { existsSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bumpRevision } from "#server/db/revision.ts";
import { openLedger } from "#server/ledger.ts";
import { RevisionFeed } from "#server/revision-feed.ts";
import { aDataDir } from "../factories.ts";
import { ask, callUrl, serve, unknownErrors } from "./serve.ts";

const openStream = (url: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { Accept: "text/event-stream" }, agent: false }, resolve).once("error", reject);
  });

/** Reads the stream until it holds `words`, or to its end. */
async function readUntil(stream: IncomingMessage, words: string | null): Promise<string> {
  let said = "";
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    said += String(chunk);
    if (words !== null && said.includes(words)) break;
  }
  return said;
}

test("a stop lets answers under way go out, ends streams and closes the database", async () => {
  const dir = aDataDir();
  const served = await serve({ DATA_DIR: dir });
  const stream = await openStream(callUrl(served, "revision.watch"));
  expect(stream.headers["content-type"]).toMatch(/^text\/event-stream/);
  expect(stream.headers["content-encoding"]).toBeUndefined();
  await readUntil(stream, "data: 1");
  const underWay = ["?region=150700", "?region=150400&level=county", "?q=口岸"].map((search) =>
    ask(`${served.url}/${encodeURI(search)}`),
  );
  // They are under way once the server has taken one more request after them.
  await ask(`${served.url}/healthz`);
  const stopped = served.stop();
  for (const page of await Promise.all(underWay)) {
    expect(page.status).toBe(200);
    expect(page.text).toContain("</html>");
  }
  await readUntil(stream, null);
  await stopped;
  await expect(ask(`${served.url}/healthz`)).rejects.toThrow(/ECONNREFUSED/);
  // SQLite takes its log away when the last connection is closed in order.
  expect(existsSync(join(dir, "one-map.db-wal"))).toBe(false);
  expect(unknownErrors(served)).toEqual([]);
});

test("readiness fails when the database is gone, and the process stays up", async () => {
  const served = await serve();
  await served.ledger.database.close();
  const ready = await ask(`${served.url}/readyz`);
  expect([ready.status, JSON.parse(ready.text)]).toEqual([503, { status: "unavailable" }]);
  expect((await ask(`${served.url}/healthz`)).status).toBe(200);
  const read = await ask(callUrl(served, "project.list"), {});
  expect(read.status).toBe(500);
  const { error } = JSON.parse(read.text) as { error: { message: string; data: { requestId: string } } };
  // Neutral for the asker, whole in the log, tied by the id.
  expect(error.message).toContain(error.data.requestId);
  expect(read.text).not.toMatch(/sqlite|worker|stack/i);
  expect(unknownErrors(served).length).toBeGreaterThan(0);
  await served.stop();
});

test("a change of the ledger is told to every watcher, and only then makes reads stale", async () => {
  const { database } = await openLedger(aDataDir(), "test");
  const feed = new RevisionFeed(1);
  const told: number[][] = [[], []];
  const watchers = told.map(async (list) => {
    for await (const revision of feed.watch(undefined)) {
      list.push(revision);
      if (revision === 2) break;
    }
  });
  feed.announce(await database.write.transaction().execute((tx) => bumpRevision(tx, "test")));
  await Promise.all(watchers);
  expect(told).toEqual([
    [1, 2],
    [1, 2],
  ]);
  expect(feed.current).toBe(2);
  await database.close();
});

test("a new build counts as a change, the same one does not", async () => {
  const dir = aDataDir();
  const revisions: number[] = [];
  for (const build of ["a", "a", "b"]) {
    const ledger = await openLedger(dir, build);
    revisions.push(ledger.revisions.current);
    await ledger.database.close();
  }
  expect(revisions).toEqual([1, 1, 2]);
});
