import { buffer } from "node:stream/consumers";
import { type Request, type Response, Router } from "express";
import type { Draft } from "#domain/circular/draft.ts";
import { dateWords } from "#domain/circular/period.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#domain/error.ts";
import { DEMO_WORDS } from "#domain/look/words.ts";
import { zMonth } from "#domain/month.ts";
import { zReportId } from "#domain/report/report.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { APPROVALS_TITLE, approvalSheets } from "#domain/work/papers/approval-sheets.ts";
import { bulletinDraft } from "#domain/work/papers/bulletin.ts";
import { DIVISION_TITLE, divisionDraft, divisionSheets } from "#domain/work/papers/division.ts";
import { inspectionReport } from "#domain/work/papers/inspection-report.ts";
import { POLICIES_TITLE, policySheets } from "#domain/work/papers/policy-sheets.ts";
import { slipNotice } from "#domain/work/papers/slip-notice.ts";
import { refuse, refusePage } from "../brief/refuse.ts";
import type { Db } from "../db/schema.ts";
import { inWorker } from "../document/in-worker.ts";
import { DOCX, disposition, XLSX } from "../export/format.ts";
import { Places } from "../export/places.ts";
import { workbookFile } from "../export/workbook-file.ts";
import { askerIn } from "../http/asker.ts";
import { searchOf } from "../http/page-route.ts";
import { requireRight } from "../http/require-right.ts";
import { preferenceOf } from "../page/preference.ts";
import type { RevisionFeed } from "../revision-feed.ts";
import { gatherBulletin } from "./bulletin.ts";
import { type Asking, gatherInspection, gatherSlip } from "./papers.ts";
import { gatherApprovals, gatherDivision, gatherPolicies } from "./sheets.ts";

export type PapersParts = { db: Db; revisions: RevisionFeed; now: () => Date };

/** A paper as a file: its name without the ending, in Chinese and in plain letters. */
type Paper = { type: string; name: string; plain: string; file: Uint8Array };

/** One at a time: each has a thread and memory of its own. */
const ROOM = { atOnce: 1, waiting: 20 };
const LONGEST_MS = 60_000;
const write = inWorker("circular");

const docx = async (draft: Draft, signal: AbortSignal): Promise<Uint8Array> =>
  buffer(write([{ draft, documents: new Map(), picture: null }], signal));

const searchIn = (req: Request): Record<string, string> =>
  Object.fromEntries([...new URLSearchParams(searchOf(req))].filter(([, value]) => value !== ""));

/** Every paper by the address that it is served at. */
const PAPERS: Record<string, (db: Db, req: Request, asking: Asking, signal: AbortSignal) => Promise<Paper>> =
  {
    "/export/tasks.xlsx": async (db, req, asking) => {
      const division = await gatherDivision(db, searchIn(req), asking);
      const file = await workbookFile(divisionSheets(division));
      return { type: XLSX, ...named(division, `${DIVISION_TITLE["zh-CN"]}.xlsx`, "tasks.xlsx"), file };
    },
    "/export/tasks.docx": async (db, req, asking, signal) => {
      const division = await gatherDivision(db, searchIn(req), { ...asking, lang: "zh-CN" });
      const file = await docx(divisionDraft(division), signal);
      return {
        type: DOCX,
        ...named(division, `${DIVISION_TITLE["zh-CN"]}-草稿.docx`, "tasks-draft.docx"),
        file,
      };
    },
    "/export/approvals.xlsx": async (db, req, asking) => {
      const sheets = await gatherApprovals(db, searchIn(req), asking);
      const file = await workbookFile(approvalSheets(sheets));
      return { type: XLSX, ...named(sheets, `${APPROVALS_TITLE["zh-CN"]}.xlsx`, "approvals.xlsx"), file };
    },
    "/export/measures.xlsx": async (db, req, asking) => {
      const sheets = await gatherPolicies(db, searchIn(req), asking);
      const file = await workbookFile(policySheets(sheets));
      return { type: XLSX, ...named(sheets, `${POLICIES_TITLE["zh-CN"]}.xlsx`, "policies.xlsx"), file };
    },
    "/export/bulletin.docx": async (db, req, asking, signal) => {
      const month = zMonth.optional().safeParse(searchIn(req).month);
      if (!month.success) throw new NotFoundError("month", searchIn(req).month ?? "");
      const ledger = await gatherBulletin(db, month.data, asking);
      const file = await docx(bulletinDraft(ledger), signal);
      return {
        type: DOCX,
        ...named(ledger, `简报-${dateWords(ledger.month)}-草稿.docx`, `bulletin-${ledger.month}-draft.docx`),
        file,
      };
    },
    "/export/slip.docx": async (db, req, asking, signal) => {
      const id = zReportId.safeParse(searchIn(req).task).data;
      if (id === undefined) throw new NotFoundError("task", searchIn(req).task ?? "");
      const notice = await gatherSlip(db, id, asking);
      const file = await docx(slipNotice(notice), signal);
      const { number } = notice.read.work;
      return {
        type: DOCX,
        ...named(notice, `督办通知单-${number}-草稿.docx`, `slip-${number}-draft.docx`),
        file,
      };
    },
    "/export/inspection.docx": async (db, req, asking, signal) => {
      const report = await gatherInspection(db, idIn(req, "inspection"), asking);
      const file = await docx(inspectionReport(report), signal);
      const { number } = report.read.work;
      return {
        type: DOCX,
        ...named(report, `督查报告-${number}-草稿.docx`, `inspection-${number}-draft.docx`),
        file,
      };
    },
  };

/** The record that an address names. @throws NotFoundError */
function idIn(req: Request, noun: WorkNoun): string {
  const asked = searchIn(req)[noun] ?? "";
  const id = zReportId.safeParse(asked).data;
  if (id === undefined) throw new NotFoundError(noun, asked);
  return id;
}

const named = ({ demo }: { demo: boolean }, name: string, plain: string) => ({
  name: demo ? `${DEMO_WORDS["zh-CN"]}-${name}` : name,
  plain: demo ? `demo-${plain}` : plain,
});

/** Papers of the office's own work, of what who asks may read: `?task=ID`, or the filters of the page of tasks. */
export function papersRoutes({ db, revisions, now }: PapersParts): Router {
  const places = new Places(ROOM);
  const route = Router();
  for (const [path, make] of Object.entries(PAPERS))
    route.get(path, requireRight("work.read"), async (req, res) => {
      const left = new AbortController();
      res.once("close", () => left.abort());
      const signal = AbortSignal.any([left.signal, AbortSignal.timeout(LONGEST_MS)]);
      const asking: Asking = {
        who: askerIn(res).who,
        lang: preferenceOf({ lang: null, theme: null }, req.headers.cookie).lang,
        now: now(),
        revision: revisions.current,
        origin: `${req.protocol}://${req.headers.host}`,
        path,
      };
      await places
        .use(async () => {
          const { type, name, plain, file } = await make(db, req, asking, signal);
          res.set({ "Content-Type": type, "Cache-Control": "private, no-store" });
          res.set("Content-Disposition", disposition(name, plain)).end(file);
        }, left.signal)
        .catch((error: unknown) => refusePaper(req, res, error));
    });
  return route;
}

function refusePaper(req: Request, res: Response, error: unknown): void {
  if (error instanceof ForbiddenError) refuse(req, res, "FORBIDDEN", error.message);
  else if (error instanceof NotFoundError) refuse(req, res, "NOT_FOUND", error.message);
  else if (error instanceof ConflictError) refuse(req, res, "CONFLICT", error.message);
  else refusePage(req, res, error);
}
