import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aDataDir } from "../../factories.ts";
import { aCertificate } from "../certificate.ts";
import { ask, refusalOf, type Served, serve, unknownErrors } from "../serve.ts";
import { dataOf, HttpVisitor, PASSWORD, theAdministrator } from "./people-http.ts";

let served: Served;
let administrator: HttpVisitor;
beforeAll(async () => {
  served = await serve();
  administrator = await theAdministrator(served);
}, 120_000);
afterAll(async () => {
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

test("the session's cookie is read by no script and sent to no other site", () => {
  expect(administrator.set.length).toBeGreaterThan(0);
  for (const line of administrator.set)
    expect(line).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
});

test("the link is in the address printed, and in no line of the log", () => {
  expect(served.setup).toMatch(new RegExp(`^${served.url}/setup#[\\w-]{43}$`));
  expect(JSON.stringify(served.log)).not.toContain(served.setup?.split("#")[1]);
  expect(JSON.stringify(served.log)).not.toContain(administrator.jar.get("session"));
});

test("answers about people are kept by nobody", async () => {
  const answer = await administrator.query("session.state");
  expect([answer.headers["cache-control"], answer.headers.etag]).toEqual(["no-store", undefined]);
});

describe("another site, or another port of this host", () => {
  test.each(["http://evil.test", "http://127.0.0.1:1", "null"])(
    "%s signs nobody in or out",
    async (Origin) => {
      for (const [path, input] of [
        ["session.signOut", undefined],
        ["session.signIn", { name: "管理员", password: PASSWORD }],
        ["account.create", { name: "theirs" }],
      ] as const) {
        const answer = await administrator.send(`/trpc/${path}`, {
          method: "POST",
          headers: { Origin },
          ...(input === undefined ? {} : { body: JSON.stringify(input) }),
        });
        expect(refusalOf(answer)).toMatchObject({ status: 403, code: "FORBIDDEN" });
        expect(answer.headers["set-cookie"]).toBeUndefined();
      }
      const state = dataOf<{ signedIn: boolean }>(await administrator.query("session.state"));
      expect(state.signedIn).toBe(true);
    },
  );

  test("nothing is changed by GET", async () => {
    const answer = await administrator.query("account.create", { name: "by get" });
    expect(answer.status).toBe(405);
  });
});

test("fields that nobody asked for are refused by name: no account is made with roles of its own choice", async () => {
  for (const [path, input, field] of [
    ["account.create", { name: "greedy", roles: ["security"] }, "roles"],
    ["account.create", { name: "greedy", state: "active", password: "x" }, "state"],
    ["session.signIn", { name: "管理员", password: PASSWORD, strength: "full" }, "strength"],
    ["setup.finish", { token: "x".repeat(43), name: "greedy", password: PASSWORD, roles: [] }, "roles"],
    ["session.changePassword", { current: PASSWORD, password: "another-steppe-9", id: "x" }, "id"],
  ] as const) {
    const answer = refusalOf(await administrator.mutate(path, input));
    expect(answer).toMatchObject({ status: 400, code: "BAD_REQUEST" });
    expect(answer.paths).toContain(field);
  }
});

test.each([
  ["too long a password", { name: "a", password: "x".repeat(513) }],
  ["a name that is no text", { name: { $ne: "" }, password: PASSWORD }],
  ["nothing", undefined],
])("%s is refused before anything is hashed", async (_what, input) => {
  const answer = await new HttpVisitor(served).mutate("session.signIn", input);
  expect(refusalOf(answer)).toMatchObject({ status: 400, code: "BAD_REQUEST" });
});

test("a body over the limit is refused, and no refusal shows a stack", async () => {
  const visitor = new HttpVisitor(served);
  const large = await visitor.mutate("session.signIn", { name: "a", password: "x".repeat(300_000) });
  expect(large.status).toBe(413);
  for (const answer of [
    large,
    await visitor.mutate("session.signIn", { name: "管理员", password: "wrong password" }),
    await visitor.send("/trpc/session.signIn", { method: "POST", body: "{" }),
    await visitor.mutate("setup.finish", { token: "x".repeat(43), name: "admin", password: PASSWORD }),
  ]) {
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.text).not.toMatch(/node_modules|\.ts:\d| {4}at |select |insert /);
  }
});

test("twenty guesses in one batch are five guesses", async () => {
  const calls = Array.from({ length: 20 }, (_, n) => [
    n,
    { name: "batch guess", password: `guess number ${n}` },
  ]);
  const paths = calls.map(() => "session.signIn").join(",");
  const answer = await new HttpVisitor(served).send(`/trpc/${paths}?batch=1`, {
    method: "POST",
    body: JSON.stringify(Object.fromEntries(calls)),
  });
  const codes = (JSON.parse(answer.text) as { error: { data: { code: string } } }[]).map(
    ({ error }) => error.data.code,
  );
  expect(codes.filter((code) => code === "UNAUTHORIZED")).toHaveLength(5);
  expect(codes.filter((code) => code === "TOO_MANY_REQUESTS")).toHaveLength(15);
});

test("a cookie named twice is none: a planted one beside it wins nothing", async () => {
  const token = administrator.jar.get("session");
  const twice = await new HttpVisitor(served).send("/trpc/session.state", {
    headers: { Cookie: `session=planted; session=${token}` },
  });
  expect(dataOf<{ account: unknown }>(twice).account).toBeNull();
});

test("under TLS the cookie is bound to this host and to TLS", async () => {
  const dir = aDataDir();
  const { cert, key } = aCertificate();
  const [TLS_CERT, TLS_KEY] = [join(dir, "cert.pem"), join(dir, "key.pem")];
  writeFileSync(TLS_CERT, cert);
  writeFileSync(TLS_KEY, key, { mode: 0o600 });
  const safe = await serve({ TLS_CERT, TLS_KEY });
  const answer = await ask(`${safe.url}/trpc/setup.finish`, {
    ca: cert,
    method: "POST",
    headers: { Origin: safe.url, "Content-Type": "application/json" },
    body: JSON.stringify({ token: safe.setup?.split("#")[1], name: "管理员", password: PASSWORD }),
  });
  const [line = ""] = answer.headers["set-cookie"] ?? [];
  expect(line).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  const cookie = line.split(";")[0] ?? "";
  const stateWith = async (Cookie: string) => {
    const state = await ask(`${safe.url}/trpc/session.state`, { ca: cert, headers: { Cookie } });
    return dataOf<{ account: unknown }>(state).account;
  };
  expect(await stateWith(cookie)).not.toBeNull();
  // Such a one could have been planted over plain HTTP.
  expect(await stateWith(cookie.replace("__Host-", ""))).toBeNull();
  await safe.stop();
});
