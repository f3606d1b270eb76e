import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { ask, serve } from "../serve.ts";
import { CLIENT, openIdProvider, TestServer } from "./a-provider.ts";

/** What a sign-in ends with at a provider of which one path answers otherwise. */
async function endAt(path: string, lie: object): Promise<string | undefined> {
  const provider = await TestServer.open();
  const served = await serve({ ...CLIENT, OIDC_ISSUER: provider.url });
  const honest = openIdProvider(provider.url, `${served.url}/sign-in/oidc/return`, () => "wang");
  provider.handle = (req, res) => {
    if (!req.url?.startsWith(path)) return honest(req, res);
    res.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(lie));
  };
  const jar = new Map<string, string>();
  let url: string | undefined = `${served.url}/sign-in/oidc`;
  for (let hop = 0; hop < 10 && url !== undefined && !url.includes("/desk"); hop += 1) {
    const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await ask(url, { headers: { Cookie } });
    for (const line of answer.headers["set-cookie"] ?? []) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    url = answer.headers.location && new URL(answer.headers.location, url).href;
  }
  await served.stop();
  await provider.close();
  return url?.slice(served.url.length);
}

// The provider's own key by name, so that it is the signature that fails and not the search for the key.
const KEY_NAME = "keystore-CHANGE-ME";

test("a token that is signed by another key is not believed", async () => {
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const keys = [{ ...publicKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: KEY_NAME }];
  expect(await endAt("/jwks", { keys })).toBe("/desk/sign-in?failed=provider");
});

test("a provider that gives itself out for another is not gone to", async () => {
  expect(
    await endAt("/.well-known/", { issuer: "http://127.0.0.1:1", authorization_endpoint: "http://x" }),
  ).toBe("/desk/sign-in?failed=provider");
});

test("the same way with nothing bent leads to a person who is tied to no account", async () => {
  expect(await endAt("/nothing", {})).toBe("/desk/sign-in?failed=stranger");
});
