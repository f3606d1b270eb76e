import { afterAll, beforeAll, expect, test } from "vitest";
import type { Brief } from "#domain/brief/brief.ts";
import { ask, callUrl, refusalOf, type Served, serve, unknownErrors } from "../serve.ts";
import { aBrief, aMap } from "./a-brief.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(async () => {
  expect(unknownErrors(served)).toEqual([]);
  await served.stop();
});

const bodyOf = (brief: unknown, map: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${JSON.stringify(brief)}\n`), map]);

const sheetOf = async (brief: Brief) =>
  JSON.parse((await ask(callUrl(served, "brief.sheet", brief))).text).result.data.sheet;

const post = (body: Buffer | string, origin = served.url) =>
  ask(`${served.url}/export/brief.pdf`, { method: "POST", headers: { origin }, body });

test("a brief and the picture of its map come back as a PDF with a name", async () => {
  const brief = aBrief({ page: "figure" });
  const answer = await post(bodyOf(brief, aMap(await sheetOf(brief))));
  expect(answer.status).toBe(200);
  expect(answer.headers["content-type"]).toBe("application/pdf");
  expect(answer.headers["content-disposition"]).toMatch(
    /filename="one-map-briefing-YZT-\d{6}-[0-9A-F]{8}\.pdf"/,
  );
  expect(answer.body.subarray(0, 5).toString()).toBe("%PDF-");
  expect(answer.body.subarray(-6).toString().trim()).toBe("%%EOF");
}, 60_000);

test("another site cannot have a page made", async () => {
  const answer = await post(bodyOf(aBrief(), Buffer.alloc(0)), "http://elsewhere.test");
  expect(refusalOf(answer)).toMatchObject({ status: 403, code: "FORBIDDEN" });
});

test.each([
  ["no line feed", () => Buffer.from("{}")],
  ["no JSON", () => Buffer.from("page\n")],
  [
    "a line that does not end",
    () => Buffer.concat([Buffer.alloc(300 * 1024, " "), bodyOf(aBrief(), Buffer.alloc(0))]),
  ],
  ["a page that there is not", () => bodyOf({ ...aBrief(), page: "a2" }, Buffer.alloc(0))],
  ["an unknown field", () => bodyOf({ ...aBrief(), colour: "red" }, Buffer.alloc(0))],
  ["no picture", () => bodyOf(aBrief(), Buffer.alloc(0))],
  ["no PNG", () => bodyOf(aBrief(), Buffer.alloc(2000, 7))],
])("a body with %s is refused in words", async (_what, body) => {
  expect(refusalOf(await post(body()))).toMatchObject({ status: 400, code: "BAD_REQUEST" });
});

test("a picture of other pixels than the page's is refused, and so is one that is not whole", async () => {
  const brief = aBrief({ page: "figure" });
  const sheet = await sheetOf(brief);
  const other = await post(bodyOf(brief, aMap(sheet, { width: 100, height: 100 })));
  expect(refusalOf(other).message).toContain("expected 920×635");
  const whole = aMap(sheet);
  const cut = await post(bodyOf(brief, whole.subarray(0, Math.floor(whole.length / 2))));
  expect(refusalOf(cut)).toMatchObject({ status: 400, code: "BAD_REQUEST" });
  const [head, end] = [whole.subarray(0, 33), whole.subarray(-12)];
  const crumbs = await post(bodyOf(brief, Buffer.concat([head, Buffer.alloc(12 * 100_000), end])));
  expect(refusalOf(crumbs)).toMatchObject({ status: 400, code: "BAD_REQUEST" });
});
