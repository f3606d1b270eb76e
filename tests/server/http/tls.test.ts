import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aDataDir } from "../../factories.ts";
import { aCertificate } from "../certificate.ts";
import { ask, serve } from "../serve.ts";

test("a certificate and its key serve the same page over HTTPS, and only there is HSTS set", async () => {
  const dir = aDataDir();
  const { cert, key } = aCertificate();
  const [TLS_CERT, TLS_KEY] = [join(dir, "cert.pem"), join(dir, "key.pem")];
  writeFileSync(TLS_CERT, cert);
  writeFileSync(TLS_KEY, key, { mode: 0o600 });
  const served = await serve({ TLS_CERT, TLS_KEY });
  expect(served.url).toMatch(/^https:\/\/127\.0\.0\.1:/);
  const page = await ask(`${served.url}/`, { ca: cert });
  expect(page.status).toBe(200);
  expect(page.headers["strict-transport-security"]).toBe("max-age=31536000");
  expect(page.headers["cross-origin-opener-policy"]).toBe("same-origin");
  const headers = { Origin: served.url, "Content-Type": "application/json" };
  const post = await ask(`${served.url}/trpc/revision.get`, {
    ca: cert,
    method: "POST",
    headers,
    body: "{}",
  });
  expect(post.status).toBe(405);
  await served.stop();
});
