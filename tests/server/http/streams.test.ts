import { get, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { callUrl, type Served, serve, unknownErrors } from "../serve.ts";
import { dataOf, HttpVisitor, signedIn, theAdministrator } from "./people-http.ts";

/** ms: a stream is looked at this often. */
const LOOK = 5_000;

let served: Served;
let administrator: HttpVisitor;
beforeAll(async () => {
  served = await serve({ ACCESS: "login" });
  administrator = await theAdministrator(served);
}, 60_000);
afterAll(async () => {
  vi.useRealTimers();
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

/** An open stream of revisions, after its first word; whether it has ended since. */
async function watch(visitor: HttpVisitor) {
  const Cookie = [...visitor.jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const headers = { Accept: "text/event-stream", Cookie };
  const stream = await new Promise<IncomingMessage>((resolve, reject) => {
    get(callUrl(served, "revision.watch"), { headers, agent: false }, resolve).once("error", reject);
  });
  expect(stream.statusCode).toBe(200);
  await new Promise((resolve) => stream.once("data", resolve));
  let ended = false;
  stream.once("error", () => {});
  stream.resume().once("close", () => {
    ended = true;
  });
  return {
    ended: () => ended,
    told: () => new Promise((resolve) => stream.once("data", resolve)),
    leave: () => stream.destroy(),
  };
}

test("an open stream ends with its session, its account's rights or its screen's token, and no other does", async () => {
  const names = ["revoked", "idle", "locked", "other rights", "staying"] as const;
  const visitors = new Map<string, HttpVisitor>();
  for (const name of names) visitors.set(name, await signedIn(administrator, name, ["viewer"], null));
  const later = await signedIn(administrator, "later", ["viewer"], null);
  const accounts = dataOf<{ id: string; name: string }[]>(await administrator.query("account.list"));
  const idOf = (name: string) => accounts.find((one) => one.name === name)?.id ?? "";
  const { id: screenId, link } = dataOf<{ id: string; link: string }>(
    await administrator.mutate("screen.create", { name: "大厅" }),
  );
  const screen = new HttpVisitor(served);
  await screen.send(link);
  visitors.set("screen", screen);

  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const streams = new Map<string, Awaited<ReturnType<typeof watch>>>();
  for (const [name, visitor] of visitors) streams.set(name, await watch(visitor));

  dataOf(await administrator.mutate("account.revokeSessions", { id: idOf("revoked") }));
  dataOf(await administrator.mutate("account.lock", { id: idOf("locked") }));
  dataOf(
    await administrator.mutate("account.grant", {
      id: idOf("other rights"),
      roles: ["office"],
      unit: "office-leading-group",
    }),
  );
  const longAgo = new Date(Date.now() - 3_600_000).toISOString();
  await served.ledger.database.write
    .updateTable("session")
    .set({ used_at: longAgo })
    .where("account_id", "=", idOf("idle"))
    .execute();
  dataOf(await administrator.mutate("screen.revoke", { id: screenId }));

  const ended = () => [...streams].filter(([, stream]) => stream.ended()).map(([name]) => name);
  const gone = ["revoked", "idle", "locked", "other rights", "screen"];
  expect(ended()).toEqual([]);
  vi.advanceTimersByTime(LOOK);
  await expect.poll(ended).toEqual(gone);
  // One whole look later, at which another ends, the last one still stands and hears what is new.
  streams.set("later", await watch(later));
  dataOf(await administrator.mutate("account.revokeSessions", { id: idOf("later") }));
  vi.advanceTimersByTime(LOOK);
  await expect.poll(ended).toEqual([...gone, "later"]);
  const told = streams.get("staying")?.told();
  served.ledger.revisions.announce(served.ledger.revisions.current + 1);
  await told;
  expect(ended()).toEqual([...gone, "later"]);
  streams.get("staying")?.leave();
}, 60_000);
