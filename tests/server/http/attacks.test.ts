import { connect } from "node:net";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appRouter } from "#server/router.ts";
import { accept, publishMonth } from "../../second-month.ts";
import { parseCsv, tableOf } from "../export/parse-csv.ts";
import { ask, callUrl, refusalOf, type Served, serve, unknownErrors } from "../serve.ts";
import { type HttpVisitor, theAdministrator } from "./people-http.ts";

/** What a unit may write of an item that its lead reports, and would be run if anybody let it. */
const HOSTILE = `=cmd|' /C calc'!A0 </script><script>alert(1)</script><img src=x onerror=alert(2)>"'&{{7*7}}`;
const ITEM = "S-1.4-15";
const MONTH = "2012-09";

let served: Served;
let administrator: HttpVisitor;
beforeAll(async () => {
  served = await serve();
  administrator = await theAdministrator(served);
  const { ledger } = served;
  await ledger.database.write.transaction().execute(async (tx) => {
    await tx
      .insertInto("period")
      .values({ month: MONTH, due_on: "2012-10-05", due_note: null, opened_at: "2012-09-01T00:00:00.000Z" })
      .execute();
    await accept(tx, ITEM, MONTH, "completed", { done: HOSTILE });
  });
  await publishMonth(ledger, MONTH, {});
}, 120_000);
afterAll(async () => {
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

describe("what a unit wrote and the office published is text wherever it goes", () => {
  test("it is in the ledger, as it was written", async () => {
    const answer = await ask(callUrl(served, "project.get", { id: ITEM, asOf: MONTH }));
    expect(answer.headers["content-type"]).toMatch(/^application\/json/);
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(JSON.parse(answer.text).result.data.stageWords).toContain("</script><script>alert(1)");
  });

  test.each([
    `/?asof=${MONTH}`,
    `/?asof=${MONTH}&item=${ITEM}`,
    `/wall?asof=${MONTH}`,
    `/overview.svg?asof=${MONTH}`,
  ])("it opens no tag in %s", async (path) => {
    const page = await ask(`${served.url}${path}`);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain("<script>alert");
    expect(page.text).not.toContain("<img src=x");
  });

  test("it starts no formula in CSV, and no element in the workbook", async () => {
    const csv = await ask(`${served.url}/export/ledger.csv?asof=${MONTH}`);
    const row = tableOf(parseCsv(csv.text)).find((one) => one.编号 === ITEM);
    expect(Object.values(row ?? {}).filter((cell) => cell.includes("calc"))).not.toEqual([]);
    for (const cell of Object.values(row ?? {})) expect(cell).not.toMatch(/^[=+\-@]/);
    const workbook = unzipSync((await ask(`${served.url}/export/ledger.xlsx?asof=${MONTH}`)).body);
    const sheets = Object.entries(workbook).filter(([name]) => name.endsWith(".xml"));
    for (const [, bytes] of sheets) {
      expect(strFromU8(bytes)).not.toMatch(/<script|<img|<f>/);
    }
  });

  test("it is one JSON text in GeoJSON and OC4IDS", async () => {
    for (const path of ["ledger.geojson", "projects.oc4ids.json"]) {
      const file = await ask(`${served.url}/export/${path}?asof=${MONTH}`);
      expect(() => JSON.parse(file.text)).not.toThrow();
      expect(file.headers["content-disposition"]).toMatch(/^attachment;/);
      expect(file.headers["x-content-type-options"]).toBe("nosniff");
    }
  });

  test("it opens no element in a circular's document", async () => {
    const file = await ask(`${served.url}/export/circular.docx?period=2012Q3`);
    expect(file.status).toBe(200);
    for (const [name, bytes] of Object.entries(unzipSync(file.body))) {
      if (name.endsWith(".xml")) expect(strFromU8(bytes)).not.toMatch(/<script|<img/);
    }
  });
});

describe("a change is asked for in JSON alone", () => {
  test.each([
    [
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nmallory\r\n--x--\r\n',
    ],
    ["application/x-www-form-urlencoded", "name=mallory"],
    ["text/plain", '{"name":"mallory"}'],
    ["application/octet-stream", '{"name":"mallory"}'],
    ["application/jsonp", '{"name":"mallory"}'],
  ])("%s is refused, though it comes from our own page with a session", async (type, body) => {
    const answer = await administrator.send("/trpc/account.create", {
      method: "POST",
      headers: { "Content-Type": type },
      body,
    });
    expect(refusalOf(answer)).toMatchObject({ status: 415, code: "UNSUPPORTED_MEDIA_TYPE" });
    const accounts = (await administrator.query("account.list")).text;
    expect(accounts).not.toContain("mallory");
  });
});

test("no change at all is hidden in a form, whichever procedure it names", async () => {
  type Procedure = { _def: { type: string } };
  const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);
  const changes = procedures.filter(([, { _def }]) => _def.type === "mutation").map(([path]) => path);
  expect(changes.length).toBeGreaterThan(40);
  const rows = async () =>
    (
      await served.ledger.database.read
        .selectFrom("audit")
        .select((eb) => eb.fn.max("seq").as("seq"))
        .executeTakeFirst()
    )?.seq;
  const before = await rows();
  for (const path of changes) {
    const answer = await administrator.send(`/trpc/${path}`, {
      method: "POST",
      headers: { "Content-Type": "multipart/form-data; boundary=x" },
      body: '--x\r\nContent-Disposition: form-data; name="id"\r\n\r\n1\r\n--x--\r\n',
    });
    expect([path, answer.status]).toEqual([path, 415]);
  }
  expect(await rows()).toBe(before);
});

describe("with a session, another site changes nothing", () => {
  test.each([
    [
      "another port of the same host",
      (url: string) => url.replace(/\d+$/, (port) => String(Number(port) + 1)),
    ],
    ["the same name by TLS on another port", (url: string) => `${url.replace("http:", "https:")}1`],
    ["an opaque page", () => "null"],
    ["a name that begins alike", (url: string) => `${url}.evil.test`],
  ])("%s", async (_who, origin) => {
    const answer = await administrator.send("/trpc/account.create", {
      method: "POST",
      headers: { Origin: origin(served.url) },
      body: JSON.stringify({ name: "mallory" }),
    });
    expect(refusalOf(answer)).toMatchObject({ status: 403, code: "FORBIDDEN" });
    expect((await administrator.query("account.list")).text).not.toContain("mallory");
  });
});

test("the search of the trail takes signs of SQL for themselves", async () => {
  for (const text of ["' or 1=1 --", "%", "_", "\\", "'; drop table audit; --"]) {
    const answer = await administrator.query("audit.search", { filter: { text } });
    expect([text, answer.status]).toEqual([text, 200]);
  }
  expect((await administrator.query("audit.search", {})).text).toContain('"seq":1');
});

test("a path that leads out of the folder of files is not found, however it is written", async () => {
  for (const path of [
    "/attachments/../../package.json",
    "/attachments/..%2f..%2fpackage.json/x",
    "/attachments/00000000000000000000000000/..%2f..%2fone-map.db",
    "/attachments/00000000000000000000000000/%2e%2e%2fone-map.db",
    "/geo/../package.json",
    "/assets/..%2f..%2fpackage.json",
  ]) {
    const answer = await rawGet(served, path);
    expect([path, answer.includes('"dependencies"'), answer.includes("SQLite format")]).toEqual([
      path,
      false,
      false,
    ]);
    expect([path, /^HTTP\/1\.1 (400|401|403|404) /.test(answer)]).toEqual([path, true]);
  }
});

/** A path just as it is written: clients put dots right before they send it. */
const rawGet = ({ url }: Served, path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(url);
    const socket = connect(Number(port), hostname, () =>
      // Not ended: Node takes a half-closed connection for one that is given up.
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    );
    let said = "";
    socket.setEncoding("latin1").on("data", (piece: string) => {
      said += piece;
    });
    socket.once("error", reject).once("end", () => resolve(said));
  });
