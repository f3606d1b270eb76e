import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Who } from "#domain/permission.ts";
import { WORK_NOUNS, type WorkNoun } from "#domain/work/nouns.ts";
import type { ContentOf } from "#domain/work/work.ts";
import { newId } from "#server/db/filing/filed.ts";
import { standingRows } from "#server/db/filing/standing-rows.ts";
import type { Ledger } from "#server/ledger.ts";
import { appRouter } from "#server/router.ts";
import { unitSheet } from "#server/workbook/sheet-files.ts";
import { Uploads } from "#server/workbook/uploads.ts";
import { apiOf } from "../../factories.ts";
import { aPart, aRecord, SAMPLES } from "../work/samples.ts";
import { said } from "../work/work-office.ts";
import {
  aFilingLedger,
  aReport,
  codeOf,
  FORESTRY,
  ledItem,
  MONTH,
  NOW,
  OFFICE,
  someone,
  WATER,
} from "./filing-office.ts";

/** Of a league: 水利厅 does not file to it. */
const LEAGUE: Who = someone("reviewer", "league-150100");

type Known = Record<"report" | "draft" | "proposal" | "job" | "item" | "contact" | WorkNoun, string>;
let ledger: Ledger;
let known: Known;
const uploads = new Uploads();
const as = (who: Who) => apiOf(ledger, who, () => NOW, undefined, uploads);
type Api = ReturnType<typeof as>;

beforeAll(async () => {
  ledger = await aFilingLedger();
  const water = as(WATER);
  const { item } = await ledItem(ledger, WATER, "project");
  const where = { unit: "dept-water", month: MONTH, item: item.id };
  const saved = await water.report.save({
    ...where,
    edition: 0,
    content: aReport({ stage: "construction" }),
  });
  const handedIn = await water.report.submit({ id: saved.id, edition: saved.edition });
  const other = (await water.period.mine({ month: MONTH })).items.find((one) => one.item.id !== item.id);
  const draft = await water.report.save({
    ...where,
    item: other?.item.id ?? "",
    edition: 0,
    content: aReport(),
  });
  const nothing = { type: null, stage: null, sector: null, regions: null, units: null } as const;
  const content = { ...nothing, why: "更名", title: "新名", geometry: null, figures: null };
  const proposal = await water.proposal.save({ ...where, id: null, edition: 0, content });
  const of = { unit: "dept-water", unitName: "内蒙古自治区水利厅", month: MONTH };
  const file = await unitSheet(ledger.database.read, of, "zh-CN", "csv");
  const base = standingRows(ledger.database.read, "dept-water", MONTH);
  const job = uploads.start({ ...of, account: WATER.id, fileName: "" }, file, base, () => {});
  await vi.waitFor(() => expect(job.status.state).toBe("read"), { interval: 5, timeout: 20_000 });
  known = {
    ...{ report: handedIn.id, draft: draft.id, proposal: proposal.id, job: job.id, item: item.id },
    contact: (await water.contact.save({ ...CONTACT, id: newId() })).id,
    ...(await worked()),
  };
});
/** A record of each noun that only 水利厅 leads, and nobody else has a part in. */
async function worked(): Promise<Record<WorkNoun, string>> {
  const made = WORK_NOUNS.map(async (noun) => [noun, (await aRecord(ledger, noun, ALONE[noun])).id] as const);
  return Object.fromEntries(await Promise.all(made)) as Record<WorkNoun, string>;
}
const ALONE: { [N in WorkNoun]: Partial<ContentOf<N>> } = {
  task: { helpers: [] },
  meeting: { attendees: [] },
  opinion: { grants: [] },
  plan: { entries: [{ ...aPart(), lead: "dept-water", task: null }] },
  approval: { helpers: [], conferences: [] },
  measure: { helpers: [], measures: [] },
  inspection: { units: ["dept-water"], findings: [] },
  publication: { audience: ["dept-water"] },
};
afterAll(async () => {
  await uploads.close();
  await ledger.database.close();
});

const SAVE = { mode: "good-rows", idempotencyKey: "somebody-else" } as const;
const comments = [{ path: [], words: "不" }];
const CONTENT = aReport();
const PROPOSAL = {
  ...{ why: "x", title: "x", type: null, stage: null, sector: null, regions: null, units: null },
  ...{ geometry: null, figures: null },
};

const CONTACT = { edition: 0, unit: "dept-water", name: "其其格", duty: "", telephone: "" };

/** What can be asked of each noun of the office's work, by a step that is there for any. */
function workAsked(noun: WorkNoun): [string, (api: Api, of: Known) => Promise<unknown>][] {
  const { content, first } = SAMPLES[noun];
  const verbs = (api: Api) => api[noun] as unknown as Record<string, (asked: object) => Promise<unknown>>;
  const step = { edition: 2, said: said({ words: "x" }), step: first };
  return [
    [`${noun}.get`, async (api, of) => verbs(api).get?.({ id: of[noun] })],
    [`${noun}.save`, async (api, of) => verbs(api).save?.({ id: of[noun], edition: 2, content })],
    [`${noun}.report`, async (api, of) => verbs(api).report?.({ ...step, id: of[noun] })],
    [`${noun}.receive`, async (api, of) => verbs(api).receive?.({ ...step, id: of[noun] })],
    [`${noun}.plan`, async (api, of) => verbs(api).plan?.({ ...step, id: of[noun] })],
    [`${noun}.manage`, async (api, of) => verbs(api).manage?.({ ...step, id: of[noun] })],
  ];
}

/** What a reporter of another unit asks with ids that are not his. */
const FOREIGN_UNIT: Record<string, (api: Api, of: Known) => Promise<unknown>> = {
  "report.get": (api, of) => api.report.get({ id: of.report }),
  "report.history": (api, of) => api.report.history({ id: of.report }),
  "report.submit": (api, of) => api.report.submit({ id: of.draft, edition: 1 }),
  "report.withdraw": (api, of) => api.report.withdraw({ id: of.report, edition: 2 }),
  "report.correct": (api, of) => api.report.correct({ id: of.report, reason: "x" }),
  "report.save": (api, of) =>
    api.report.save({ unit: "dept-water", month: MONTH, item: of.item, edition: 2, content: CONTENT }),
  "report.submitAll": (api) => api.report.submitAll({ unit: "dept-water", month: MONTH }),
  "report.nil": (api) => api.report.nil({ unit: "dept-water", month: MONTH }),
  "report.undoNil": (api) => api.report.undoNil({ unit: "dept-water", month: MONTH }),
  "period.mine": (api) => api.period.mine({ unit: "dept-water", month: MONTH }),
  "proposal.get": (api, of) => api.proposal.get({ id: of.proposal }),
  "proposal.save": (api, of) =>
    api.proposal.save({
      ...{ id: of.proposal, edition: 1, unit: "dept-water", month: MONTH, item: of.item },
      content: PROPOSAL,
    }),
  "proposal.submit": (api, of) => api.proposal.submit({ id: of.proposal, edition: 1 }),
  "proposal.remove": (api, of) => api.proposal.remove({ id: of.proposal, edition: 1 }),
  "proposal.withdraw": (api, of) => api.proposal.withdraw({ id: of.proposal, edition: 1 }),
  "upload.get": (api, of) => api.upload.get({ job: of.job }),
  "upload.rows": (api, of) => api.upload.rows({ job: of.job }),
  "upload.cancel": (api, of) => api.upload.cancel({ job: of.job }),
  "upload.save": (api, of) => api.upload.save({ job: of.job, ...SAVE }),
  "contact.save": (api, of) => api.contact.save({ ...CONTACT, id: of.contact, edition: 1 }),
  "contact.erase": (api, of) => api.contact.erase({ id: of.contact }),
  ...Object.fromEntries(WORK_NOUNS.flatMap(workAsked)),
};
/** What a reviewer asks of a unit that does not file to his. */
const FOREIGN_REVIEWER: typeof FOREIGN_UNIT = {
  "report.return": (api, of) => api.report.return({ id: of.report, edition: 2, comments }),
  "report.accept": (api, of) => api.report.accept({ reports: [{ id: of.report, edition: 2 }] }),
  "proposal.return": (api, of) => api.proposal.return({ id: of.proposal, edition: 1, comments }),
  "proposal.accept": (api, of) => api.proposal.accept({ id: of.proposal, edition: 1 }),
  "report.get": (api, of) => api.report.get({ id: of.report }),
  "report.history": (api, of) => api.report.history({ id: of.report }),
  "proposal.get": (api, of) => api.proposal.get({ id: of.proposal }),
};
/** Ids of what is no unit's own, and why it may be asked for. */
const NOBODYS = {
  "the published ledger": [
    ...["project.get", "policy.get", "project.history", "policy.history", "source.get"],
    "month.verify",
  ],
  "a frozen month, whose id cannot be guessed, for all who are signed in": ["month.snapshot"],
  "for the office, which all units file to": ["assignment.list", "assignment.set", "light.override"],
  "for an administrator of all accounts and screens": [
    ...["account.grant", "account.lock", "account.unlock", "account.resetPassword"],
    ...["account.resetSecondFactor", "account.tie", "account.sessions", "account.revokeSessions"],
    "screen.revoke",
  ],
  "one's own unit's calendar: tests/server/http/calendar.test.ts": ["calendar.revoke"],
  "one's own sessions: tests/server/people/sign-in.test.ts": ["session.revoke"],
  "a list of what one may review, others' left out: below": ["report.inbox"],
};

const IDS = ["id", "unit", "job", "session", "reports", "item"];
type Schema = { shape?: Record<string, unknown>; def?: { innerType?: Schema } };
const keysOf = (schema: Schema | undefined): string[] =>
  schema === undefined ? [] : schema.shape ? Object.keys(schema.shape) : keysOf(schema.def?.innerType);
type Procedure = { _def: { inputs?: Schema[] } };

test("every procedure that takes an id is asked below with a foreign one, or has none that is a unit's own", () => {
  const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);
  const withId = procedures
    .filter(([, { _def }]) => keysOf(_def.inputs?.[0]).some((key) => IDS.includes(key)))
    .map(([path]) => path);
  expect(withId.length).toBeGreaterThan(35);
  const looked = [...Object.keys(FOREIGN_UNIT), ...Object.keys(FOREIGN_REVIEWER), ...Object.values(NOBODYS)];
  expect(withId.filter((path) => !looked.flat().includes(path))).toEqual([]);
});

/** All that could be changed by it. */
async function standing() {
  const { read } = ledger.database;
  const tables = [
    ...(["report", "report_step", "proposal", "proposal_step", "nil_report"] as const),
    ...(["work", "work_version", "work_step"] as const),
  ];
  return Promise.all(tables.map((table) => read.selectFrom(table).selectAll().execute()));
}

test.each(Object.keys(FOREIGN_UNIT))("a unit gets nowhere with another's id: %s", async (path) => {
  const before = await standing();
  const asked = FOREIGN_UNIT[path]?.(as(FORESTRY), known) ?? Promise.resolve();
  expect(["FORBIDDEN", "NOT_FOUND"]).toContain(await codeOf(asked));
  expect(await standing()).toEqual(before);
});

test.each(Object.keys(FOREIGN_REVIEWER))(
  "a reviewer gets nowhere with what is not filed to his unit: %s",
  async (path) => {
    const before = await standing();
    const asked = FOREIGN_REVIEWER[path]?.(as(LEAGUE), known) ?? Promise.resolve();
    expect(["FORBIDDEN", "NOT_FOUND"]).toContain(await codeOf(asked));
    expect(await standing()).toEqual(before);
  },
);

test("lists hold one's own alone, and the owner gets all that the others were refused", async () => {
  expect(
    await as(LEAGUE)
      .report.inbox({ unit: "dept-water" })
      .catch(() => []),
  ).toEqual([]);
  expect(await as(LEAGUE).report.inbox({})).toEqual([]);
  expect(await as(FORESTRY).proposal.list({})).toEqual([]);
  expect(await as(WATER).proposal.list({})).toHaveLength(1);
  expect(await codeOf(as(WATER).upload.get({ job: known.job }))).toBe("OK");
  expect(await codeOf(as(OFFICE).report.get({ id: known.report }))).toBe("OK");
});

test("ids of what is not for all hold 128 random bits and more", () => {
  // 26 of 32 signs; 16 bytes in base64url.
  expect(known.report).toMatch(/^[0-9a-z]{26}$/);
  expect(known.proposal).toMatch(/^[0-9a-z]{26}$/);
  expect(Buffer.from(known.job, "base64url")).toHaveLength(16);
});
