import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#server/db/filing/filed.ts";
import { ask, refusalOf, type Served, serve, unknownErrors } from "../serve.ts";
import { aTask, said } from "../work/work-office.ts";
import { dataOf, HttpVisitor, signedIn, theAdministrator } from "./people-http.ts";

type Made = { id: string; link: string };
let served: Served;
let unit: HttpVisitor;
let other: HttpVisitor;
let office: HttpVisitor;
beforeAll(async () => {
  served = await serve({ ACCESS: "login" });
  const administrator = await theAdministrator(served);
  unit = await signedIn(administrator, "水利填报", ["reporter"], "dept-water");
  other = await signedIn(administrator, "林业填报", ["reporter"], "dept-forestry");
  office = await signedIn(administrator, "办公室", ["office"], "office-leading-group");
}, 60_000);
afterAll(async () => {
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

const make = async (visitor: HttpVisitor): Promise<Made> => dataOf(await visitor.mutate("calendar.create"));
const open = (link: string) => ask(`${served.url}${link}`);
/** What a calendar program reads of a feed: title and day of each event, and all properties that there are. */
function read(text: string): { days: string[]; properties: string[] } {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  const days = events.map((event) => {
    const { summary, startDate } = new ICAL.Event(event);
    return `${startDate.toString()} ${summary}`;
  });
  return {
    days,
    properties: [
      ...new Set(events.flatMap((event) => event.getAllProperties().map(({ name }) => name))),
    ].sort(),
  };
}

async function assign(title: string, helpers: string[]): Promise<void> {
  const content = aTask({ title, goal: "内部目标，不外传", helpers });
  const { id, edition } = dataOf<{ id: string; edition: number }>(
    await office.mutate("task.save", { id: newId(), edition: 0, content }),
  );
  dataOf(await office.mutate("task.manage", { id, edition, step: "assign", said: said() }));
}

test("titles and days of a unit's tasks and reports, without a session, and nothing of others", async () => {
  await assign("报批；逗号, 反斜杠\\与\n换行的标题", ["dept-forestry"]);
  await assign("只是水利的", []);
  const [water, forestry] = [await make(unit), await make(other)];
  expect(water.link).toMatch(/^\/calendar\/[\w-]{43}\.ics$/);

  const feed = await open(water.link);
  expect(feed.status).toBe(200);
  expect(feed.headers["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(feed.headers["cache-control"]).toBe("no-store");
  // Lines are folded as RFC 5545 has it, none longer than 75 bytes.
  for (const line of feed.text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const { days, properties } = read(feed.text);
  expect(days).toContain("2012-10-31 报批；逗号, 反斜杠\\与\n换行的标题");
  expect(days).toContain("2012-10-31 只是水利的");
  expect(days.filter((day) => /^\d{4}-\d\d-05 报送\d{4}年\d+月月报$/.test(day))).toHaveLength(1);
  // The source's own deadline for this unit.
  expect(days.filter((day) => day.startsWith("2012-09-30"))).toHaveLength(1);
  const marks = ["x-microsoft-cdo-alldayevent", "x-microsoft-msncalendar-alldayevent"];
  expect(properties).toEqual(["dtstamp", "dtstart", "sequence", "summary", "transp", "uid", ...marks]);
  expect(feed.text).not.toContain("内部目标");

  const theirs = read((await open(forestry.link)).text).days;
  expect(theirs.filter((day) => day.includes("报批"))).toHaveLength(1);
  expect(theirs.filter((day) => day.includes("只是水利的"))).toEqual([]);
});

test("its address is kept as a hash, stands in no log, and is good no more once it is revoked", async () => {
  const { id, link } = await make(unit);
  const token = /calendar\/(.+)\.ics/.exec(link)?.[1] ?? "";
  expect((await open(link)).status).toBe(200);
  const listed = dataOf<{ id: string; usedAt: string | null }[]>(await unit.query("calendar.list"));
  expect(listed.find((one) => one.id === id)?.usedAt).not.toBeNull();
  expect(JSON.stringify(listed)).not.toContain(token);
  expect(served.log.some(({ path }) => path === "/calendar/")).toBe(true);
  expect(JSON.stringify(served.log)).not.toContain(token);

  expect(refusalOf(await other.mutate("calendar.revoke", { id }))).toMatchObject({ code: "FORBIDDEN" });
  expect((await open(link)).status).toBe(200);
  dataOf(await unit.mutate("calendar.revoke", { id }));
  expect((await open(link)).status).toBe(404);
  expect(refusalOf(await unit.mutate("calendar.revoke", { id }))).toMatchObject({ code: "NOT_FOUND" });
});

test.each(["/calendar/x.ics", "/calendar/.ics", `/calendar/${"x".repeat(43)}.ics`, "/calendar/%2e%2e.ics"])(
  "%s opens nothing",
  async (path) => {
    expect((await ask(`${served.url}${path}`)).status).toBeGreaterThanOrEqual(401);
  },
);

test("who belongs to no unit has no calendar, and a unit has no more than twenty", async () => {
  const stranger = new HttpVisitor(served);
  expect(refusalOf(await stranger.mutate("calendar.create"))).toMatchObject({ code: "UNAUTHORIZED" });
  for (let n = 0; n < 20; n += 1) await office.mutate("calendar.create");
  expect(refusalOf(await office.mutate("calendar.create"))).toMatchObject({ code: "BAD_REQUEST" });
  expect(dataOf<unknown[]>(await office.query("calendar.list"))).toHaveLength(20);
});
