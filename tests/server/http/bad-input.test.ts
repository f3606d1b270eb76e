import { afterAll, beforeAll, expect, test } from "vitest";
import { MAX_BODY_BYTES } from "#server/http/trpc-route.ts";
import { ask, callUrl, refusalOf, type Served, serve, unknownErrors } from "../serve.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.stop());

const refused = async (path: string, input: unknown) => refusalOf(await ask(callUrl(served, path, input)));

test.each([
  ["a region of another province", { filter: { regions: ["110000"] } }, "filter.regions.0"],
  ["a region that does not exist", { filter: { regions: ["150100", "159999"] } }, "filter.regions.1"],
  ["a region to drill into that does not exist", { filter: { within: "159999" } }, "filter.within"],
  ["a region as a number", { filter: { regions: [150100] } }, "filter.regions.0"],
  ["an unknown stage", { filter: { stages: ["started"] } }, "filter.stages.0"],
  ["an unknown type", { filter: { types: ["road"] } }, "filter.types.0"],
  ["an unknown field", { filter: { regoins: [] } }, "filter.regoins"],
  ["a text of 10,000 characters", { filter: { text: "气".repeat(10_000) } }, "filter.text"],
  ["a list of 201", { filter: { units: Array.from({ length: 201 }, () => "u") } }, "filter.units"],
  ["an unknown sort", { sort: { by: "colour" } }, "sort.by"],
  ["a month that is none", { asOf: "2012-13" }, "asOf"],
  ["a page of none", { limit: 0 }, "limit"],
  ["a page of 201", { limit: 201 }, "limit"],
  ["a cursor that is none", { cursor: "%%%" }, "cursor"],
  ["a cursor of JSON that is none", { cursor: Buffer.from('{"a":1}').toString("base64url") }, "cursor"],
  ["a list in the place of an object", [], ""],
  [
    "a prototype in the place of a filter",
    { filter: JSON.parse('{"__proto__":{"x":1}}') },
    "filter.__proto__",
  ],
])("%s is refused at its field", async (_what, input, path) => {
  expect(await refused("project.list", input)).toMatchObject({
    status: 400,
    code: "BAD_REQUEST",
    paths: [path],
  });
});

test.each(["region.list", "unit.list", "revision.get"])("%s takes no input", async (path) => {
  expect(await refused(path, { x: 1 })).toMatchObject({ status: 400, code: "BAD_REQUEST", paths: [""] });
});

test.each(["progress.byRegion", "progress.summary", "map.features", "policy.list"])(
  "%s names a region that does not exist",
  async (path) => {
    const level = path === "progress.byRegion" ? { level: "league", measure: "items" } : {};
    const answer = await refused(path, { ...level, filter: { regions: ["150199"] } });
    expect(answer).toMatchObject({ status: 400, code: "BAD_REQUEST", paths: ["filter.regions.0"] });
  },
);

test("a cursor of another filter, sort or noun is refused", async () => {
  const first = await ask(callUrl(served, "policy.list", { limit: 5 }));
  const cursor = JSON.parse(first.text).result.data.nextCursor as string;
  for (const [path, input] of [
    ["policy.list", { limit: 5, cursor, filter: { types: ["plan"] } }],
    ["policy.list", { limit: 5, cursor, sort: { by: "title" } }],
    ["project.list", { limit: 5, cursor }],
  ] as const) {
    expect(await refused(path, input)).toMatchObject({ code: "BAD_REQUEST", paths: ["cursor"] });
  }
});

test("an id in the wrong form is refused, one in the right form is not found", async () => {
  expect(await refused("project.get", { id: "S-1' or 1=1--" })).toMatchObject({
    code: "BAD_REQUEST",
    paths: ["id"],
  });
  expect(await refused("project.get", { id: "S-9.9-99" })).toMatchObject({ status: 404, code: "NOT_FOUND" });
  // A policy is no project: each noun finds its own.
  expect(await refused("project.get", { id: "S-1.2-07" })).toMatchObject({ status: 404, code: "NOT_FOUND" });
  expect(await refused("source.get", { id: "no-such-document" })).toMatchObject({ code: "NOT_FOUND" });
  expect(await refused("project.remove", {})).toMatchObject({ status: 404, code: "NOT_FOUND" });
});

test("a unit that nobody knows answers for nothing", async () => {
  for (const filter of [{ units: ["dept-moon"] }, { counterparts: ["central-moon"] }]) {
    const answer = await ask(callUrl(served, "policy.list", { filter }));
    expect([answer.status, JSON.parse(answer.text).result.data.total]).toEqual([200, 0]);
  }
});

test.each([
  "'; drop table item; --",
  '" OR 1=1',
  "* NEAR(a b)",
  "a AND",
  "(",
  "%",
  "_",
  "\\",
  "\u0000",
  "\ud800",
  "^:{}-+",
])("the text %j finds what it says and breaks nothing", async (text) => {
  const answer = await ask(callUrl(served, "policy.list", { filter: { text }, limit: 200 }));
  expect(answer.status).toBe(200);
  const all = await ask(callUrl(served, "policy.list", { limit: 1 }));
  expect(JSON.parse(answer.text).result.data.total).toBeLessThan(JSON.parse(all.text).result.data.total);
});

test("JSON of 20,000 levels is refused like any other wrong input", async () => {
  const deep = `${'{"filter":'.repeat(8000)}1${"}".repeat(8000)}`;
  const flat = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
  for (const [input, path] of [
    [deep, "filter.filter"],
    [flat, ""],
  ]) {
    const answer = refusalOf(await ask(`${served.url}/trpc/project.list?input=${input}`));
    expect(answer).toMatchObject({ status: 400, code: "BAD_REQUEST", paths: [path] });
  }
});

test("text that is no JSON is refused, in the address and in a body", async () => {
  const answer = refusalOf(await ask(`${served.url}/trpc/project.list?input={"filter":`));
  expect(answer).toMatchObject({ status: 400, code: "BAD_REQUEST", paths: [""] });
  const post = await ask(`${served.url}/trpc/project.list`, {
    method: "POST",
    headers: { Origin: served.url, "Content-Type": "application/json" },
    body: "{",
  });
  expect(post.status).toBeGreaterThanOrEqual(400);
  expect(post.status).toBeLessThan(500);
});

test("a batch of 20 is answered, one of 21 is refused", async () => {
  const batch = (n: number) =>
    `${served.url}/trpc/${Array(n).fill("revision.get").join(",")}?batch=1&input={}`;
  expect((await ask(batch(20))).status).toBe(200);
  expect((await ask(batch(21))).status).toBe(400);
});

test("a body that tells of more than the limit is refused", async () => {
  const headers = { Origin: served.url, "Content-Type": "application/json" };
  const body = "x".repeat(MAX_BODY_BYTES + 1);
  const told = await ask(`${served.url}/trpc/project.list`, { method: "POST", headers, body });
  expect(refusalOf(told)).toMatchObject({ status: 413, code: "PAYLOAD_TOO_LARGE" });
});

test("an address that cannot be read is refused in words", async () => {
  expect((await ask(`${served.url}/%E0%A4%A`)).status).toBeLessThan(500);
  expect((await ask(`${served.url}/assets/%E0%A4%A`)).status).toBeLessThan(500);
  expect((await ask(`${served.url}/trpc/%E0%A4%A`)).status).toBeLessThan(500);
});

test.each(["TRACE", "PUT", "DELETE", "OPTIONS"])("a procedure asked by %s is refused", async (method) => {
  const answer = await ask(`${served.url}/trpc/project.list`, { method, headers: { Origin: served.url } });
  expect(refusalOf(answer)).toMatchObject({ status: 405, code: "METHOD_NOT_SUPPORTED" });
  expect(answer.headers.allow).toBe("GET, HEAD, POST");
});

test("a refusal names its request, even one that comes before any procedure is reached", async () => {
  const tooMany = `${served.url}/trpc/${Array(21).fill("revision.get").join(",")}?batch=1&input={}`;
  const untyped = { method: "POST", headers: { Origin: served.url }, body: "x" };
  for (const [url, asking, status] of [
    [tooMany, {}, 400],
    [`${served.url}/trpc/project.list`, untyped, 415],
    [callUrl(served, "project.nothing"), {}, 404],
    [callUrl(served, "project.list", { limit: 0 }), {}, 400],
  ] as const) {
    const answer = await ask(url, asking);
    const { error } = JSON.parse(answer.text) as { error: { data: { requestId: string } } };
    expect([answer.status, error.data.requestId]).toEqual([status, answer.headers["x-request-id"]]);
  }
});

test("none of this was logged as an unknown error", () => {
  expect(served.log.length).toBeGreaterThan(40);
  expect(unknownErrors(served)).toEqual([]);
});
