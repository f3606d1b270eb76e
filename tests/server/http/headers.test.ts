import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PageData } from "#domain/page.ts";
import { isSameOrigin } from "#server/http/headers.ts";
import { ask, callUrl, refusalOf, type Served, serve, unknownErrors } from "../serve.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(async () => {
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

const cspOf = (header: string | string[] | undefined): Map<string, string> =>
  new Map(
    String(header)
      .split(";")
      .map((directive) => {
        const [name = "", ...values] = directive.split(" ");
        return [name, values.join(" ")];
      }),
  );

describe("Content-Security-Policy", () => {
  test("is the one of the architecture, its nonce the page's own", async () => {
    const page = await ask(`${served.url}/`);
    const csp = cspOf(page.headers["content-security-policy"]);
    const nonce = /nonce="([^"]+)"/.exec(page.text)?.[1];
    expect(nonce).toMatch(/^[\w-]{22}$/);
    expect(Object.fromEntries(csp)).toEqual({
      "default-src": "'none'",
      "script-src": "'self'",
      "worker-src": "'self'",
      "connect-src": "'self'",
      "font-src": "'self'",
      "img-src": "'self' data: blob:",
      "style-src": `'self' 'nonce-${nonce}'`,
      "style-src-attr": "'unsafe-inline'",
      "manifest-src": "'self'",
      "base-uri": "'none'",
      "form-action": "'self'",
      "frame-ancestors": "'none'",
    });
  });

  test("has another nonce in every answer, a kept page's too", async () => {
    const nonces = await Promise.all(
      Array.from({ length: 5 }, async () => /nonce="([^"]+)"/.exec((await ask(`${served.url}/`)).text)?.[1]),
    );
    expect(new Set(nonces).size).toBe(5);
  });

  test("never upgrades requests, and a plain host is not told to stay on HTTPS", async () => {
    const page = await ask(`${served.url}/`, { headers: { Host: "intranet.test" } });
    expect(page.status).toBe(200);
    expect(page.headers["content-security-policy"]).not.toContain("upgrade-insecure-requests");
    expect(page.headers["strict-transport-security"]).toBeUndefined();
    expect(page.headers["cross-origin-opener-policy"]).toBeUndefined();
  });

  test("covers errors as well, and no answer names its software", async () => {
    const missing = await ask(`${served.url}/nowhere`);
    expect(missing.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(missing.headers["x-powered-by"]).toBeUndefined();
    expect(missing.headers["x-content-type-options"]).toBe("nosniff");
  });
});

describe("Origin", () => {
  const post = (headers: Record<string, string>) =>
    ask(`${served.url}/trpc/revision.get`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: "{}",
    });

  test.each([
    ["another site", { Origin: "http://evil.test" }],
    ["no site", {}],
    ["an opaque one", { Origin: "null" }],
    ["another port", { Origin: "http://127.0.0.1:1" }],
    ["a site that begins alike", { Origin: "http://127.0.0.1.evil.test" }],
  ])("from %s, nothing but reading is allowed", async (_from, headers) => {
    expect(refusalOf(await post(headers))).toMatchObject({ status: 403, code: "FORBIDDEN" });
  });

  test("of the host itself gets as far as the procedure", async () => {
    expect((await post({ Origin: served.url })).status).toBe(405);
    const intranet = await post({ Origin: "http://intranet.test", Host: "intranet.test" });
    expect(intranet.status).toBe(405);
  });

  test("is compared by host and port, a default port written out or not", () => {
    expect(isSameOrigin("https://a.test", "a.test:443")).toBe(true);
    expect(isSameOrigin("http://a.test", "a.test:443")).toBe(false);
    expect(isSameOrigin("http://a.test:8080", "a.test")).toBe(false);
  });
});

describe("caching", () => {
  test("a read carries its revision, and is not sent again while it stands", async () => {
    const url = callUrl(served, "project.list", {});
    const first = await ask(url);
    expect(first.headers["cache-control"]).toBe("no-cache");
    const { etag = "" } = first.headers;
    const { revision } = JSON.parse((await ask(`${served.url}/readyz`)).text) as { revision: number };
    expect(etag).toMatch(new RegExp(`^"r${revision}-[\\w-]{16}"$`));
    const again = await ask(url, { headers: { "If-None-Match": etag } });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
    const weakened = await ask(url, { headers: { "If-None-Match": `"x", W/${etag}` } });
    expect(weakened.status).toBe(304);
    const old = await ask(url, { headers: { "If-None-Match": etag.replace(/r\d+/, "r0") } });
    expect([old.status, old.text]).toEqual([200, first.text]);
  });

  test("a tag is good for its own question alone: no other is told that nothing changed", async () => {
    const { etag = "" } = (await ask(callUrl(served, "project.list", {}))).headers;
    const withTag = (path: string, input: unknown) =>
      ask(callUrl(served, path, input), { headers: { "If-None-Match": etag } });
    expect((await withTag("project.list", { limit: 1 })).status).toBe(200);
    expect((await withTag("project.list", { limit: 0 })).status).toBe(400);
    expect((await withTag("project.nothing", {})).status).toBe(404);
  });

  test("HEAD is told all that GET is, but the body", async () => {
    const url = callUrl(served, "project.list", {});
    const [got, head] = [await ask(url), await ask(url, { method: "HEAD" })];
    expect([head.status, head.body.length, head.headers.etag]).toEqual([200, 0, got.headers.etag]);
    const again = await ask(url, { method: "HEAD", headers: { "If-None-Match": got.headers.etag ?? "" } });
    expect(again.status).toBe(304);
  });

  test("a refusal carries no revision", async () => {
    const refused = await ask(callUrl(served, "project.get", { id: "S-9.9-99" }));
    expect(refused.headers.etag).toBeUndefined();
    expect(refused.headers["cache-control"]).toBe("no-store");
  });

  test("map data stand for ever at an address of their content", async () => {
    const { assets } = await pageData();
    for (const url of [
      assets.overviewTiles,
      assets.outline.lo,
      assets.outline.mid,
      assets.ground.dark,
      assets.relief.light,
    ]) {
      expect(url).toMatch(/^\/(geo|tiles)\/[\w-]+\.[0-9a-f]{12}\.\w+$/);
      const file = await ask(served.url + url);
      expect(file.status).toBe(200);
      expect(file.headers["cache-control"]).toContain("immutable");
      const other = await ask(served.url + url.replace(/[0-9a-f]{12}/, "0123456789ab"));
      expect(other.status).toBe(404);
    }
  });

  test("a nearer tile is served, an empty one is an answer without content", async () => {
    const { assets } = await pageData();
    const tile = (z: number, x: number, y: number) =>
      ask(
        served.url + assets.detailTiles.replace("{z}", `${z}`).replace("{x}", `${x}`).replace("{y}", `${y}`),
      );
    // 呼和浩特, 111.67 E 40.84 N
    const there = await tile(6, 51, 24);
    expect([there.status, there.headers["content-type"]]).toEqual([
      200,
      "application/vnd.mapbox-vector-tile",
    ]);
    expect(there.body.length).toBeGreaterThan(100);
    const nothing = await tile(6, 0, 0);
    expect([nothing.status, nothing.body.length]).toEqual([204, 0]);
    expect(nothing.headers["cache-control"]).toContain("immutable");
    expect((await ask(`${served.url}/tiles/admin/0123456789ab/6/51/24.mvt`)).status).toBe(404);
  });
});

describe("compression", () => {
  test.each([
    ["br", brotliDecompressSync],
    ["gzip", gunzipSync],
  ] as const)("%s is used where it is understood, with the same content", async (encoding, decode) => {
    const { assets } = await pageData();
    for (const url of [`${served.url}/trpc/region.list`, served.url + assets.outline.lo]) {
      const plain = await ask(url);
      const packed = await ask(url, { headers: { "Accept-Encoding": encoding } });
      expect(packed.headers["content-encoding"]).toBe(encoding);
      expect(packed.headers.vary).toContain("Accept-Encoding");
      expect(packed.body.length).toBeLessThan(plain.body.length / 2);
      expect(decode(packed.body).equals(plain.body)).toBe(true);
    }
  });

  test("pictures are not compressed a second time", async () => {
    const { assets } = await pageData();
    const picture = await ask(served.url + assets.ground.light, {
      headers: { "Accept-Encoding": "br, gzip" },
    });
    expect(picture.headers["content-encoding"]).toBeUndefined();
    expect(picture.headers["content-type"]).toBe("image/webp");
  });
});

test("every answer has an id of its own, and the log has it too, without the asker's words", async () => {
  const answer = await ask(callUrl(served, "policy.list", { filter: { text: "口岸" } }));
  const id = answer.headers["x-request-id"];
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  const line = served.log.find((one) => "requestId" in one && one.requestId === id);
  expect(line).toMatchObject({ method: "GET", path: "/trpc/policy.list", status: 200 });
  expect(JSON.stringify(line)).not.toContain("%E5%8F%A3");
});

test("health says that the process is up, readiness what the database holds", async () => {
  expect(JSON.parse((await ask(`${served.url}/healthz`)).text)).toEqual({ status: "ok" });
  const ready = await ask(`${served.url}/readyz`);
  expect(JSON.parse(ready.text)).toMatchObject({ status: "ok", seededItems: 126 });
});

test("an unknown address is answered in words", async () => {
  for (const path of ["/nowhere", "/wall/nowhere", "/assets/nothing.js", "/.env", "/geo/../package.json"]) {
    const page = await ask(served.url + path, { headers: { Accept: "text/html" } });
    expect([page.status, page.headers["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
    expect(page.text).toContain("没有这个页面");
  }
});

async function pageData() {
  const page = await ask(`${served.url}/`);
  const json = /<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(page.text)?.[1];
  return JSON.parse(json ?? "null") as Pick<PageData, "assets">;
}
