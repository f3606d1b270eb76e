import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { ACTIONS, type Action, allow, type Role } from "#domain/permission.ts";
import { filesTo } from "#domain/unit.ts";
import { unitById } from "#server/db/people/units.ts";
import { requestLog } from "#server/http/request-log.ts";
import { trpcRoute } from "#server/http/trpc-route.ts";
import { peopleOf } from "#server/people/people.ts";
import { Rooms } from "#server/remote/rooms.ts";
import { procedure, router } from "#server/trpc.ts";
import { Uploads } from "#server/workbook/uploads.ts";
import { ASSETS, apiOf } from "../../factories.ts";
import { SYSTEM } from "../people/visitor.ts";
import { type Served, serve } from "../serve.ts";
import { HttpVisitor, signedIn, theAdministrator } from "./people-http.ts";

/** One procedure for each right, which asks whether it reaches a unit, as those that read and write reports do. */
const probe = router(
  Object.fromEntries(
    ACTIONS.map((action) => [
      action.replace(".", "_"),
      procedure(action)
        .input(z.strictObject({ unit: z.string(), parts: z.array(z.string()).optional() }))
        .query(async ({ ctx, input }) => {
          const unit = await unitById(ctx.db, input.unit);
          const parts = input.parts ?? [];
          if (unit) allow(action, ctx.who, { unit: unit.id, filesTo: filesTo(unit), parts }, ctx.guest);
          return unit !== undefined;
        }),
    ]),
  ),
);

const UNITS = [
  "county-150121",
  "county-150221",
  "league-150100",
  "league-150200",
  "dept-water",
  "office-leading-group",
];
const HOLDERS: Record<string, { role: Role; unit: string | null }> = {
  "county reporter": { role: "reporter", unit: "county-150121" },
  "league reporter": { role: "reporter", unit: "league-150100" },
  "league reviewer": { role: "reviewer", unit: "league-150100" },
  "office reviewer": { role: "reviewer", unit: "office-leading-group" },
  office: { role: "office", unit: "office-leading-group" },
  viewer: { role: "viewer", unit: "league-150100" },
  system: { role: "system", unit: "league-150100" },
};
const ALL = UNITS;

/** Whom each may reach, written out: nothing of it is taken from the table under test. */
const REACH: Record<string, Partial<Record<Action, string[]>>> = {
  "county reporter": {
    "report.read": ["county-150121"],
    "report.write": ["county-150121"],
    "period.read": ["county-150121"],
    "report.review": [],
    "report.published": ALL,
    "report.publish": [],
    "work.read": ["county-150121"],
    "work.report": ["county-150121"],
    "work.receive": ["county-150121"],
    "work.manage": [],
    "work.plan": ["county-150121"],
  },
  "league reporter": {
    "work.plan": ["league-150100"],
    "report.read": ["league-150100"],
    "report.write": ["league-150100"],
    "report.review": [],
  },
  "league reviewer": {
    "report.read": ["county-150121", "league-150100"],
    "report.write": [],
    "report.review": ["county-150121"],
    "period.read": ["county-150121", "league-150100"],
    "month.freeze": [],
    "work.read": ["county-150121", "league-150100"],
    "work.report": [],
    "work.plan": [],
    "work.receive": ["league-150100"],
  },
  "office reviewer": {
    "report.read": ["league-150100", "league-150200", "dept-water", "office-leading-group"],
    "report.review": ["league-150100", "league-150200", "dept-water"],
  },
  office: {
    "report.read": ALL,
    "report.write": [],
    "report.review": ["league-150100", "league-150200", "dept-water"],
    "report.publish": ALL,
    "month.freeze": ALL,
    "audit.read": [],
    "account.grant": [],
    "work.read": ALL,
    "work.manage": ALL,
    "work.plan": ALL,
    "work.report": [],
    "work.receive": ["office-leading-group"],
  },
  viewer: {
    "work.plan": [],
    "report.published": ALL,
    "report.read": [],
    "report.write": [],
    "ledger.read": ALL,
  },
  system: {
    "unit.manage": ALL,
    "account.create": ALL,
    "account.grant": [],
    "report.read": [],
    "audit.read": [],
  },
};

let served: Served;
let url = "";
let close = async () => {};
const visitors = new Map<string, HttpVisitor>();
beforeAll(async () => {
  served = await serve();
  const { ledger } = served;
  for (const region of ["150121", "150221"]) await apiOf(ledger, SYSTEM).unit.add({ kind: "county", region });
  const administrator = await theAdministrator(served);
  for (const [name, { role, unit }] of Object.entries(HOLDERS))
    visitors.set(name, await signedIn(administrator, name, [role], unit));
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const people = peopleOf(ledger.database.write);
  const geography = { boundary: { reviewNumber: null, credits: [] }, assets: ASSETS };
  const parts = {
    ledger,
    people,
    auditHash: "sha256",
    rooms: new Rooms(),
    uploads: new Uploads(),
    geography,
    log: silent,
    router: probe,
  };
  const app = express().use(requestLog(silent));
  const server = app.use("/trpc", trpcRoute(parts)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  close = () => new Promise((resolve) => void server.close(() => resolve()));
}, 120_000);
afterAll(async () => {
  await close();
  await served.stop();
});

test.each(Object.keys(HOLDERS))("%s reaches whom the rules say, and no foreign unit", async (name) => {
  const visitor = new HttpVisitor({ ...served, url });
  for (const [cookie, value] of visitors.get(name)?.jar ?? []) visitor.jar.set(cookie, value);
  for (const [action, reach] of Object.entries(REACH[name] ?? {})) {
    const allowed: string[] = [];
    for (const unit of UNITS) {
      const { status } = await visitor.query(action.replace(".", "_"), { unit });
      expect([200, 403]).toContain(status);
      if (status === 200) allowed.push(unit);
    }
    expect([action, allowed.sort()]).toEqual([action, [...reach].sort()]);
  }
});

test.each(Object.entries(HOLDERS))(
  "%s reads work that his unit has a part in, and manages none by that",
  async (name, { role, unit }) => {
    const visitor = new HttpVisitor({ ...served, url });
    for (const [cookie, value] of visitors.get(name)?.jar ?? []) visitor.jar.set(cookie, value);
    const ask = async (action: string, parts: string[]) =>
      (await visitor.query(action, { unit: "dept-education", parts })).status;
    const reads = role !== "system";
    expect(await ask("work_read", unit === null ? [] : [unit])).toBe(reads ? 200 : 403);
    const readsAll = role === "office" || role === "viewer" || unit === "office-leading-group";
    expect(await ask("work_read", ["dept-water"])).toBe(readsAll ? 200 : 403);
    expect(await ask("work_report", unit === null ? [] : [unit])).toBe(403);
    // What was sent to a unit is received for it by those who work for it, and for no other.
    const receives = ["reporter", "reviewer", "office"].includes(role);
    expect(await ask("work_receive", unit === null ? [] : [unit])).toBe(receives ? 200 : 403);
    expect(await ask("work_receive", ["dept-water"])).toBe(403);
  },
);
