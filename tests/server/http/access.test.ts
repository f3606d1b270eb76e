import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, callUrl, refusalOf, type Served, serve, unknownErrors } from "../serve.ts";
import { dataOf, HttpVisitor, signedIn, theAdministrator } from "./people-http.ts";

let served: Served;
let administrator: HttpVisitor;
beforeAll(async () => {
  served = await serve({ ACCESS: "login" });
  administrator = await theAdministrator(served);
}, 120_000);
afterAll(async () => {
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

const HTML = { Accept: "text/html,*/*" };

describe("while ACCESS is login, a guest", () => {
  test.each([
    "/",
    "/?regions=150100",
    "/overview.svg",
    "/export/ledger.xlsx",
    "/export/ledger.csv",
    "/export/ledger.geojson",
    "/export/projects.oc4ids.json",
    "/export/circular.docx?period=2012Q3",
    "/export/atlas/some-id",
    "/wall",
    "/wall/remote",
    "/whatever-comes-later",
  ])("is not given %s", async (path) => {
    expect(refusalOf(await ask(`${served.url}${path}`))).toMatchObject({ status: 401, code: "UNAUTHORIZED" });
  });

  test.each([
    "/export/brief.pdf",
    "/export/brief.pptx",
    "/export/brief.docx",
    "/export/atlas.pdf",
    "/export/circular.docx?period=2012Q3",
  ])("sends nothing to %s", async (path) => {
    const answer = await ask(`${served.url}${path}`, {
      method: "POST",
      headers: { Origin: served.url },
      body: "x".repeat(100_000),
    });
    expect(refusalOf(answer)).toMatchObject({ status: 401, code: "UNAUTHORIZED" });
  });

  test("is led from a page to the sign-in page, and back to where he was going", async () => {
    const page = await ask(`${served.url}/?regions=150100&lang=en`, { headers: HTML });
    expect([page.status, page.headers.location]).toEqual([
      302,
      "/desk/sign-in?to=%2F%3Fregions%3D150100%26lang%3Den",
    ]);
    expect(page.headers["cache-control"]).toBe("no-store");
  });

  test("is told by the wall that the screen is not registered", async () => {
    const wall = await ask(`${served.url}/wall`, { headers: HTML });
    expect(wall.status).toBe(401);
    expect(wall.text).toContain("此屏幕尚未登记");
    expect(wall.text).not.toContain("S-1.");
  });

  test.each(["/desk/sign-in?to=%2Fwall", "/setup"])("is shown %s", async (path) => {
    expect((await ask(`${served.url}${path}`, { headers: HTML })).status).toBe(200);
  });

  test("asks whether the server lives, and for what is no news: boundaries, and the page's own files", async () => {
    for (const path of ["/healthz", "/readyz"]) expect((await ask(`${served.url}${path}`)).status).toBe(200);
  });

  test("is not told either that nothing changed", async () => {
    const answer = await administrator.query("project.list", {});
    expect(answer.headers["cache-control"]).toBe("private, no-cache");
    expect(answer.headers.vary).toContain("Cookie");
    const headers = { "If-None-Match": answer.headers.etag ?? "" };
    const guest = await ask(callUrl(served, "project.list", {}), { headers });
    expect(refusalOf(guest)).toMatchObject({ status: 401, code: "UNAUTHORIZED" });
    const own = await administrator.send(`/trpc/project.list?input=%7B%7D`, { headers });
    expect(own.status).toBe(304);
  });
});

test("who has signed in is given the page and the files", async () => {
  const viewer = await signedIn(administrator, "viewer", ["viewer"], null);
  for (const path of ["/", "/overview.svg", "/export/ledger.csv", "/wall", "/wall/remote"])
    expect((await viewer.send(path, { headers: HTML })).status).toBe(200);
  expect((await viewer.query("project.list", {})).status).toBe(200);
});

test("an account of no roles is told that it may not", async () => {
  const nobody = await signedIn(administrator, "no roles", [], null);
  expect(refusalOf(await nobody.query("project.list", {}))).toMatchObject({ status: 403, code: "FORBIDDEN" });
  const page = await nobody.send("/", { headers: HTML });
  expect([page.status, page.text.includes("没有权限")]).toEqual([403, true]);
});

describe("a screen", () => {
  const registered = async (name: string) =>
    dataOf<{ id: string; link: string }>(await administrator.mutate("screen.create", { name }));

  test("keeps the token of its link, whose address is cleaned, and shows the ledger and nothing else", async () => {
    const { id, link } = await registered("大厅");
    const screen = new HttpVisitor(served);
    const first = await screen.send(`${link}&scene=due`, { headers: HTML });
    expect([first.status, first.headers.location]).toEqual([302, "/wall?scene=due"]);
    expect(screen.set[0]).toMatch(/^screen=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=34560000$/);
    expect((await screen.send("/wall", { headers: HTML })).status).toBe(200);
    expect((await screen.query("project.list", {})).status).toBe(200);
    expect((await screen.mutate("remote.open", {})).status).toBe(200);
    for (const path of ["account.list", "screen.list", "session.list", "audit.search"])
      expect(refusalOf(await screen.query(path, {}))).toMatchObject({ status: 401 });
    const [listed] = dataOf<{ id: string; usedAt: string | null }[]>(
      await administrator.query("screen.list"),
    );
    expect([listed?.id, listed?.usedAt]).toEqual([id, expect.stringMatching(/^\d{4}-/)]);
    const kept = await served.ledger.database.read.selectFrom("screen").selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(screen.jar.get("screen"));
    expect(JSON.stringify(served.log)).not.toContain(screen.jar.get("screen"));
  });

  test("that is revoked shows nothing more", async () => {
    const { id, link } = await registered("走廊");
    const screen = new HttpVisitor(served);
    await screen.send(link);
    expect((await screen.query("project.list", {})).status).toBe(200);
    dataOf(await administrator.mutate("screen.revoke", { id }));
    expect((await screen.query("project.list", {})).status).toBe(401);
    expect((await screen.send("/wall", { headers: HTML })).status).toBe(401);
    expect(refusalOf(await administrator.mutate("screen.revoke", { id })).code).toBe("CONFLICT");
  });

  test("of an unknown token is none", async () => {
    const screen = new HttpVisitor(served);
    const first = await screen.send(`/wall?screen=${"x".repeat(43)}`, { headers: HTML });
    expect([first.status, first.headers.location, screen.jar.size]).toEqual([302, "/wall", 0]);
  });
});
