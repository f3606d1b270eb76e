import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ask, type Served, serve, unknownErrors } from "../serve.ts";
import { CLIENT, type Handle, openIdProvider, TestServer } from "./a-provider.ts";
import { dataOf, HttpVisitor, PASSWORD, signedIn, theAdministrator } from "./people-http.ts";

let oidc: TestServer;
let cas: TestServer;
let served: Served;
let administrator: HttpVisitor;
let honest: Handle;
let subject = "wang";
const HANGING: Handle = () => {};

beforeAll(async () => {
  [oidc, cas] = [await TestServer.open(), await TestServer.open()];
  served = await serve({ ...CLIENT, OIDC_ISSUER: oidc.url, CAS_URL: `${cas.url}/cas`, CAS_NAME: "办公门户" });
  honest = openIdProvider(oidc.url, `${served.url}/sign-in/oidc/return`, () => subject);
  administrator = await theAdministrator(served);
}, 120_000);
afterAll(async () => {
  await served.stop();
  await Promise.all([oidc.close(), cas.close()]);
  expect(unknownErrors(served)).toEqual([]);
});
beforeEach(() => {
  subject = "wang";
  oidc.handle = honest;
});

const stateOf = async (visitor: HttpVisitor) =>
  dataOf<{ signedIn: boolean; account: { name: string; hasPassword: boolean } | null; needs: string[] }>(
    await visitor.query("session.state"),
  );

/** Goes to the provider and through it, as a browser does; returns the address that leads back to the product. */
async function throughProvider(start: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  for (let hop = 0; hop < 10 && !url.startsWith(served.url); hop += 1) {
    const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await ask(url, { headers: Cookie === "" ? {} : { Cookie } });
    for (const line of answer.headers["set-cookie"] ?? []) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    url = new URL(answer.headers.location ?? `/no-redirect-${answer.status}`, url).href;
  }
  return url;
}

const pathOf = (url: string): string => url.slice(served.url.length);
/** Signs in by OIDC; `bend` changes the address on its way to the provider, or on its way back. */
async function byOidc(
  visitor: HttpVisitor,
  bend: { there?: (url: URL) => void; back?: (url: URL) => void } = {},
): Promise<string> {
  const left = await visitor.send("/sign-in/oidc?to=%2Fdesk%2Freports");
  if (left.headers.location?.startsWith("/")) return left.headers.location;
  const there = new URL(left.headers.location ?? "");
  bend.there?.(there);
  const back = new URL(await throughProvider(there.href));
  bend.back?.(back);
  return (await visitor.send(pathOf(back.href))).headers.location ?? "";
}

async function tied(name: string, way: "oidc" | "cas", who: string): Promise<string> {
  await signedIn(administrator, name, ["viewer"], null);
  const accounts = dataOf<{ id: string; name: string }[]>(await administrator.query("account.list"));
  const id = accounts.find((one) => one.name === name)?.id ?? "";
  dataOf(await administrator.mutate("account.tie", { id, identity: { way, subject: who } }));
  return id;
}

test("the ways to sign in are named, and the provider was not asked at the start", async () => {
  const { ways } = dataOf<{ ways: unknown }>(await new HttpVisitor(served).query("session.state"));
  expect(ways).toEqual([
    { kind: "oidc", name: "统一认证", path: "/sign-in/oidc" },
    { kind: "cas", name: "办公门户", path: "/sign-in/cas" },
  ]);
  expect(oidc.asked).toEqual([]);
});

test("a provider that hangs costs who waits for it five seconds, and nobody else anything", async () => {
  oidc.handle = HANGING;
  await signedIn(administrator, "local", ["viewer"], null);
  const started = performance.now();
  const waiting = Promise.all(Array.from({ length: 20 }, () => byOidc(new HttpVisitor(served))));
  const local = new HttpVisitor(served);
  dataOf(await local.mutate("session.signIn", { name: "local", password: PASSWORD }));
  expect((await local.query("project.list", {})).status).toBe(200);
  const meanwhile = performance.now() - started;
  expect(new Set(await waiting)).toEqual(new Set(["/desk/sign-in?failed=provider"]));
  const whole = performance.now() - started;
  expect(meanwhile).toBeLessThan(whole);
  expect(whole).toBeGreaterThan(4900);
  // One question for all twenty.
  expect(oidc.asked).toEqual(["/.well-known/openid-configuration"]);
});

describe("OpenID Connect", () => {
  test("lets in who is tied, to where he was going, by a session like any other", async () => {
    await tied("王小明", "oidc", "wang");
    const visitor = new HttpVisitor(served);
    expect(await byOidc(visitor)).toBe("/desk/reports");
    expect(await stateOf(visitor)).toMatchObject({
      signedIn: true,
      account: { name: "王小明", hasPassword: false },
    });
    expect(visitor.jar.has("errand")).toBe(false);
  });

  test("lets nobody in who is not tied, and makes no account", async () => {
    subject = "somebody-else";
    const before = dataOf<unknown[]>(await administrator.query("account.list")).length;
    expect(await byOidc(new HttpVisitor(served))).toBe("/desk/sign-in?failed=stranger");
    expect(dataOf<unknown[]>(await administrator.query("account.list"))).toHaveLength(before);
  });

  test("a tied account has no password path: its old one is gone, and none can be set", async () => {
    const id = await tied("李小明", "oidc", "li");
    const guess = await new HttpVisitor(served).mutate("session.signIn", {
      name: "李小明",
      password: PASSWORD,
    });
    expect(guess.status).toBe(401);
    expect((await administrator.mutate("account.resetPassword", { id })).status).toBe(409);
    const taken = await administrator.mutate("account.tie", {
      id,
      identity: { way: "oidc", subject: "wang" },
    });
    expect(taken.status).toBe(409);
  });

  test("an account that is locked stays out, though the provider vouches for it", async () => {
    const id = await tied("赵小明", "oidc", "zhao");
    dataOf(await administrator.mutate("account.lock", { id }));
    subject = "zhao";
    expect(await byOidc(new HttpVisitor(served))).toBe("/desk/sign-in?failed=stranger");
  });

  test("sends nobody to another site afterwards", async () => {
    const visitor = new HttpVisitor(served);
    const left = await visitor.send("/sign-in/oidc?to=%2F%2Fevil.test");
    const back = await throughProvider(left.headers.location ?? "");
    expect((await visitor.send(pathOf(back))).headers.location).toBe("/desk");
  });

  test.each<[string, { there?: (url: URL) => void; back?: (url: URL) => void }]>([
    ["another state", { there: (url) => url.searchParams.set("state", "x".repeat(43)) }],
    ["another nonce", { there: (url) => url.searchParams.set("nonce", "x".repeat(43)) }],
    ["another challenge", { there: (url) => url.searchParams.set("code_challenge", "x".repeat(43)) }],
    ["another issuer", { back: (url) => url.searchParams.set("iss", "http://evil.test") }],
    ["no state", { back: (url) => url.searchParams.delete("state") }],
    ["another code", { back: (url) => url.searchParams.set("code", "guessed") }],
    ["a refusal", { back: (url) => url.searchParams.set("error", "access_denied") }],
  ])("an answer with %s is not believed", async (_what, bend) => {
    const visitor = new HttpVisitor(served);
    expect(await byOidc(visitor, bend)).toBe("/desk/sign-in?failed=provider");
    expect((await stateOf(visitor)).account).toBeNull();
  });

  test("an answer is good for the browser that left, and once", async () => {
    const [mine, other] = [new HttpVisitor(served), new HttpVisitor(served)];
    const left = await mine.send("/sign-in/oidc");
    const back = pathOf(await throughProvider(left.headers.location ?? ""));
    expect((await other.send(back)).headers.location).toBe("/desk/sign-in?failed=late");
    const errand = mine.jar.get("errand") ?? "";
    expect((await mine.send(back)).headers.location).toBe("/desk");
    mine.jar.set("errand", errand);
    expect((await mine.send(back)).headers.location).toBe("/desk/sign-in?failed=provider");
    other.jar.set("errand", `${errand.slice(0, -4)}AAAA`);
    expect((await other.send(back)).headers.location).toBe("/desk/sign-in?failed=late");
  });
});

describe("CAS", () => {
  const TICKET = "ST-1-abc";
  /** Vouches for `user` by one ticket for one address. */
  const vouching = (user: string): Handle => {
    const sold = new Map<string, string>();
    return (req, res) => {
      const url = new URL(req.url ?? "", cas.url);
      const service = url.searchParams.get("service") ?? "";
      if (url.pathname === "/cas/login") {
        sold.set(TICKET, service);
        const back = new URL(service);
        back.searchParams.set("ticket", TICKET);
        return void res.writeHead(302, { Location: back.href }).end();
      }
      const ticket = url.searchParams.get("ticket") ?? "";
      const isGood = url.pathname === "/cas/p3/serviceValidate" && sold.get(ticket) === service;
      sold.delete(ticket);
      const inside = isGood
        ? `<cas:authenticationSuccess><cas:user>${user}</cas:user></cas:authenticationSuccess>`
        : '<cas:authenticationFailure code="INVALID_TICKET">no</cas:authenticationFailure>';
      res.writeHead(200, { "Content-Type": "application/xml" });
      res.end(`<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">${inside}</cas:serviceResponse>`);
    };
  };
  const byCas = async (visitor: HttpVisitor, bend: (url: URL) => void = () => {}): Promise<string> => {
    const left = await visitor.send("/sign-in/cas?to=%2Fwall");
    const back = new URL(await throughProvider(left.headers.location ?? ""));
    bend(back);
    return (await visitor.send(pathOf(back.href))).headers.location ?? "";
  };

  test("lets in who is tied, and nobody by the other way's subject", async () => {
    await tied("孙小明", "cas", "sun");
    cas.handle = vouching("sun");
    const visitor = new HttpVisitor(served);
    expect(await byCas(visitor)).toBe("/wall");
    expect((await stateOf(visitor)).account?.name).toBe("孙小明");
    cas.handle = vouching("wang");
    expect(await byCas(new HttpVisitor(served))).toBe("/desk/sign-in?failed=stranger");
  });

  test.each<[string, (url: URL) => void]>([
    ["another ticket", (url) => url.searchParams.set("ticket", "ST-2-guessed")],
    ["no ticket", (url) => url.searchParams.delete("ticket")],
    ["another state", (url) => url.searchParams.set("state", "x".repeat(43))],
  ])("an answer with %s is not believed", async (_what, bend) => {
    cas.handle = vouching("sun");
    expect(await byCas(new HttpVisitor(served), bend)).toBe("/desk/sign-in?failed=provider");
  });

  test.each<[string, Handle]>([
    ["hangs", HANGING],
    ["fails", (_req, res) => void res.writeHead(500).end()],
    ["leads elsewhere", (_req, res) => void res.writeHead(302, { Location: "http://127.0.0.1:1/" }).end()],
    ["never ends", (_req, res) => void res.writeHead(200).write("x".repeat(300 * 1024))],
  ])("one that %s lets nobody in", async (_what, handle) => {
    const good = vouching("sun");
    cas.handle = (req, res) => (req.url?.startsWith("/cas/login") ? good : handle)(req, res);
    expect(await byCas(new HttpVisitor(served))).toBe("/desk/sign-in?failed=provider");
  });
});
