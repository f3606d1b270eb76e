import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { Language } from "#domain/look/words.ts";
import type { Action } from "#domain/wall/show.ts";
import { type LinkState, remoteLink } from "../../../client/wall/remote-link.ts";
import { aTold } from "../../server/remote/told.ts";
import { type Served, serve } from "../../server/serve.ts";
import { browserOf } from "./browser-of.ts";

let served: Served;
let browser: ReturnType<typeof browserOf>;
beforeAll(async () => {
  served = await serve();
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await served.stop();
});
beforeEach(() => {
  vi.unstubAllGlobals();
  browser = browserOf(served.url);
});

function aWall(lang: Language = "zh-CN") {
  const actions: Action[] = [];
  const states: LinkState[] = [];
  const link = remoteLink({
    onAction: (action) => actions.push(action),
    onState: (state) => states.push(state),
    lang: () => lang,
  });
  onTestFinished(() => link.close());
  const reach = async <K extends LinkState["kind"]>(kind: K): Promise<LinkState & { kind: K }> => {
    await expect.poll(() => states.at(-1)?.kind).toBe(kind);
    return states.at(-1) as LinkState & { kind: K };
  };
  return { link, actions, states, reach };
}

const post = async (verb: string, input: unknown) => {
  const answer = await fetch(`/trpc/remote.${verb}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(input),
  });
  return (await answer.json()) as {
    result: { data: { remoteKey: string } };
    error?: { data: { code: string } };
  };
};
const join = async (code: string) => (await post("join", { code })).result.data.remoteKey;

/** The wall's key, which nothing but its own requests holds. */
const wallKey = async () => {
  await expect.poll(() => browser.sent.some(({ path }) => path.endsWith("remote.tell"))).toBe(true);
  return browser.sent.findLast(({ path }) => path.endsWith("remote.tell"))?.body.wallKey;
};

test("shows code and address, is paired, driven, and ended by the remote", async () => {
  const { link, actions, reach } = aWall("en");
  await link.open();
  const { code, address, expiresAt } = await reach("waiting");
  expect(address).toBe(`${served.url}/wall/remote?code=${code}&lang=en`);
  expect(expiresAt - Date.now()).toBeGreaterThan(4.9 * 60_000);
  const remoteKey = await join(code);
  expect((await reach("paired")).until - Date.now()).toBeGreaterThan(9.9 * 60_000);
  await post("act", { remoteKey, action: { do: "step", by: 1 } });
  await expect.poll(() => actions).toEqual([{ do: "step", by: 1 }]);
  await post("end", { key: remoteKey });
  expect(await reach("closed")).toEqual({ kind: "closed", failed: null });
  expect(browser.stored.size).toBe(0);
});

test("tells what stands on it to a remote that joins later, at most four times a second and the last always", async () => {
  const { link, reach } = aWall();
  link.tell(aTold({ months: ["2012-01"] }));
  await link.open();
  const { code } = await reach("waiting");
  for (let n = 2; n <= 9; n += 1) link.tell(aTold({ months: [`2012-0${n}`] }));
  const told = () =>
    browser.sent.filter(({ path }) => path.endsWith("remote.tell")).map(({ body }) => body.told);
  await expect.poll(() => told().at(-1)).toMatchObject({ months: ["2012-09"] });
  expect(told().length).toBeLessThanOrEqual(3);
  await join(code);
  await reach("paired");
});

test("a code that ran out is followed by three more while the panel is open, and then by none", async () => {
  const { link, states, reach } = aWall();
  link.tell(aTold());
  await link.open();
  const codes = new Set<string>();
  for (let n = 0; n < 4; n += 1) {
    await expect.poll(() => states.filter(({ kind }) => kind === "waiting").length).toBe(n + 1);
    codes.add((await reach("waiting")).code);
    await expect
      .poll(
        () =>
          new Set(browser.sent.filter(({ path }) => path.endsWith("tell")).map(({ body }) => body.wallKey))
            .size,
      )
      .toBe(n + 1);
    // As the server does when the time is over.
    await post("end", { key: await wallKey() });
  }
  await reach("closed");
  expect(codes.size).toBe(4);
  expect(states.filter(({ kind }) => kind === "waiting")).toHaveLength(4);
});

test("a wall loaded anew is still the one that its remote drives", async () => {
  const before = aWall();
  await before.link.open();
  const remoteKey = await join((await before.reach("waiting")).code);
  await before.reach("paired");
  before.link.close();
  const after = aWall();
  await after.reach("paired");
  await post("act", { remoteKey, action: { do: "hold" } });
  await expect.poll(() => after.actions).toEqual([{ do: "hold" }]);
  after.link.end();
  await expect
    .poll(async () => (await post("act", { remoteKey, action: { do: "hold" } })).error?.data.code)
    .toBe("NOT_FOUND");
});

test("a code for another remote leaves the present one at work, and hidden it is paired still", async () => {
  const { link, actions, reach } = aWall();
  await link.open();
  const remoteKey = await join((await reach("waiting")).code);
  await reach("paired");
  await link.open();
  await reach("waiting");
  await post("act", { remoteKey, action: { do: "hold" } });
  await expect.poll(() => actions).toEqual([{ do: "hold" }]);
  link.hide();
  await reach("paired");
});

test("a code that is hidden unused works no more", async () => {
  const { link, reach } = aWall();
  await link.open();
  const { code } = await reach("waiting");
  link.hide();
  await reach("closed");
  await expect.poll(async () => (await post("join", { code })).error?.data.code).toBe("NOT_FOUND");
});

test("without a server there is no code, and the state says why", async () => {
  const { link, reach } = aWall();
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
  await link.open();
  expect(await reach("closed")).toEqual({ kind: "closed", failed: "offline" });
});
