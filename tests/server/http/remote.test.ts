import { get, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { aTold } from "../remote/told.ts";
import { type Answer, ask, callUrl, refusalOf, type Served, serve, unknownErrors } from "../serve.ts";
import { wordsOf } from "../words-of.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(async () => {
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

const post = (verb: string, input: unknown, headers: Record<string, string> = { Origin: served.url }) =>
  ask(`${served.url}/trpc/remote.${verb}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(input),
  });

const dataOf = (answer: Answer): Record<string, string> => {
  expect(answer.status).toBe(200);
  return JSON.parse(answer.text).result.data;
};

/** The words of a stream, one after the other, as a browser's EventSource has them; `undefined` at its end. */
async function listen(verb: "commands" | "state", key: Record<string, string>) {
  const stream = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { Accept: "text/event-stream" };
    get(callUrl(served, `remote.${verb}`, key), { headers, agent: false }, resolve).once("error", reject);
  });
  onTestFinished(() => void stream.destroy());
  expect(stream.headers["content-type"]).toMatch(/^text\/event-stream/);
  const words = wordsOf(stream);
  return { next: async () => (await words.next()).value };
}

async function aPair() {
  const { wallKey = "", code = "" } = dataOf(await post("open", {}));
  const { remoteKey = "" } = dataOf(await post("join", { code }));
  const wall = await listen("commands", { wallKey });
  expect(await wall.next()).toMatchObject({ kind: "paired" });
  return { wallKey, code, remoteKey, wall };
}

test("a remote joins by the wall's code, drives it and hears what the wall tells", async () => {
  const { wallKey, remoteKey, wall } = await aPair();
  const remote = await listen("state", { remoteKey });
  expect((await post("tell", { wallKey, told: aTold() })).status).toBe(200);
  expect(await remote.next()).toEqual({ kind: "told", told: aTold() });
  const action = { do: "go", scene: "region-150200" };
  expect(dataOf(await post("act", { remoteKey, action })).lastsMs).toBe(600_000);
  expect(await wall.next()).toMatchObject({ kind: "action", action });
  expect((await post("end", { key: remoteKey })).status).toBe(200);
  for (const side of [wall, remote]) {
    expect([await side.next(), await side.next()]).toEqual([{ kind: "ended" }, undefined]);
  }
});

test.each([
  ["open", { wallKey: "short" }, ["wallKey"]],
  ["join", { code: "12345" }, ["code"]],
  ["join", { code: 123_456 }, ["code"]],
  ["act", { remoteKey: "x".repeat(43), action: { do: "jump" } }, ["action.do"]],
  ["act", { remoteKey: "x".repeat(43), action: { do: "go", scene: "nowhere" } }, ["action.scene"]],
  ["tell", { wallKey: "x".repeat(43), told: { ...aTold(), lang: "fr" } }, ["told.lang"]],
  [
    "tell",
    { wallKey: "x".repeat(43), told: aTold({ scenes: [{ id: "whole", title: "长".repeat(201) }] }) },
    ["told.scenes.0.title"],
  ],
  ["tell", { wallKey: "x".repeat(43), told: aTold({ months: Array(201).fill("2012-07") }) }, ["told.months"]],
  ["end", { key: "" }, ["key"]],
] as const)("%s with what is not understood names the field", async (verb, input, paths) => {
  expect(refusalOf(await post(verb, input))).toMatchObject({ status: 400, code: "BAD_REQUEST", paths });
});

test("codes and keys of nothing are not found, and no answer repeats them", async () => {
  const nothing = "nothing-has-this-key-".padEnd(43, "x");
  for (const [verb, input] of [
    ["open", { wallKey: nothing }],
    ["act", { remoteKey: nothing, action: { do: "hold" } }],
    ["tell", { wallKey: nothing, told: aTold() }],
  ] as const) {
    const answer = await post(verb, input);
    expect(refusalOf(answer)).toMatchObject({ status: 404, code: "NOT_FOUND" });
    expect(answer.text).not.toContain(nothing);
  }
  const heard = await listen("state", { remoteKey: nothing });
  expect([await heard.next(), await heard.next()]).toEqual([{ kind: "ended" }, undefined]);
});

test("a wall that is not there at the moment is a conflict, not an end", async () => {
  const { code = "" } = dataOf(await post("open", {}));
  const { remoteKey = "" } = dataOf(await post("join", { code }));
  const refused = await post("act", { remoteKey, action: { do: "hold" } });
  expect(refusalOf(refused)).toMatchObject({ status: 409, code: "CONFLICT" });
});

test("another site can neither open a room nor drive a wall, and no procedure that does is a read", async () => {
  const { remoteKey } = await aPair();
  const action = { do: "hold" };
  for (const headers of [{ Origin: "http://evil.test" }, { Origin: "null" }, {}]) {
    for (const [verb, input] of [
      ["open", {}],
      ["join", { code: "000000" }],
      ["act", { remoteKey, action }],
    ] as const) {
      expect(refusalOf(await post(verb, input, headers))).toMatchObject({ status: 403, code: "FORBIDDEN" });
    }
  }
  const read = await ask(callUrl(served, "remote.act", { remoteKey, action }));
  expect(refusalOf(read)).toMatchObject({ status: 405, code: "METHOD_NOT_SUPPORTED" });
});

test("neither keys nor codes are written to the log, nor kept by a cache", async () => {
  const { wallKey, code, remoteKey } = await aPair();
  const page = await ask(`${served.url}/wall/remote?code=${code}`);
  const refused = await post("join", { code });
  expect([page.status, refused.status]).toEqual([200, 404]);
  expect(refused.headers["cache-control"]).toBe("no-store");
  const remote = await listen("state", { remoteKey });
  await post("end", { key: wallKey });
  while ((await remote.next()) !== undefined);
  // The stream's own line is written as it closes, a moment after its end has come here.
  const lines = () => served.log.filter(({ path }) => path === "/trpc/remote.state");
  await expect.poll(() => lines().length).toBeGreaterThan(0);
  const log = JSON.stringify(served.log);
  for (const secret of [wallKey, remoteKey, code]) expect(log).not.toContain(secret);
});

test("the page speaks the address's language, else the cookie's, and is dark as the wall is", async () => {
  const open = async (search: string, cookie = "") => {
    const { status, text, headers } = await ask(`${served.url}/wall/remote${search}`, {
      headers: { Cookie: cookie },
    });
    expect(status).toBe(200);
    expect(text).not.toMatch(/%[a-z-]+%/);
    const nonce = /<style nonce="([^"]+)"/.exec(text)?.[1];
    expect(headers["content-security-policy"]).toContain(`'nonce-${nonce}'`);
    return /<html [^>]*>/.exec(text)?.[0];
  };
  expect(await open("")).toBe('<html lang="zh-CN" data-theme="dark">');
  expect(await open("", "lang=en; theme=light")).toBe('<html lang="en" data-theme="dark">');
  expect(await open("?lang=zh-CN&theme=light", "lang=en")).toBe('<html lang="zh-CN" data-theme="light">');
});

test("after ten wrong codes the right one too is asked to wait", async () => {
  const { code = "" } = dataOf(await post("open", {}));
  const wrong = code === "000000" ? "000001" : "000000";
  const answers: string[] = [];
  while (!answers.includes("TOO_MANY_REQUESTS") && answers.length < 20) {
    answers.push(refusalOf(await post("join", { code: wrong })).code);
  }
  expect(answers.length).toBeLessThanOrEqual(11);
  expect(refusalOf(await post("join", { code }))).toMatchObject({ status: 429, code: "TOO_MANY_REQUESTS" });
});
