import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Response, Router } from "express";
import { type AuditEntry, type AuditFilter, zAuditFilter } from "#domain/audit.ts";
import { ForbiddenError, UnauthorizedError } from "#domain/error.ts";
import { AUDIT_HEAD, auditRow, DEMO_HEAD } from "#domain/export/audit.ts";
import { BOM, csvLine } from "#domain/export/csv.ts";
import { DEMO_WORDS } from "#domain/look/words.ts";
import { allow } from "#domain/permission.ts";
import { actOf } from "../act.ts";
import { searchAudit } from "../db/audit-search.ts";
import { isDemo } from "../db/demo.ts";
import type { Db } from "../db/schema.ts";
import { disposition } from "../export/format.ts";
import { actorOf } from "../http/actor.ts";
import { refuseCall } from "../http/answers.ts";
import { askerIn } from "../http/asker.ts";
import type { Ledger } from "../ledger.ts";

const PAGE = 200;
/** A reader so slow that it takes longer is let go. */
const LONGEST_MS = 10 * 60_000;

const FORMATS = {
  csv: { type: "text/csv; charset=utf-8; header=present", write: csvPieces },
  json: { type: "application/json; charset=utf-8", write: jsonPieces },
} as const;

export type AuditExportParts = { ledger: Ledger; auditHash: string };

/** The trail as a file, newest first, for whoever may read it; that it was taken is in the trail as well. */
export function auditRoutes({ ledger, auditHash }: AuditExportParts): Router {
  const { database, revisions } = ledger;
  const { read, write, keepHead } = database;
  const route = Router();
  for (const extension of ["csv", "json"] as const) {
    route.get(`/export/audit.${extension}`, async (req, res) => {
      if (!isAllowed(res)) return;
      const filter = filterOf(req.url);
      if (filter === null) return refuseCall(res, "BAD_REQUEST", "Expected fields of a filter, each once.");
      const act = actOf({ write, revisions, auditHash, keepHead }, actorOf(req, res));
      await act(({ note }) =>
        note({ action: "audit.export", noun: "audit", target: extension, after: filter }),
      );
      const day = `audit-${new Date().toISOString().slice(0, 10)}.${extension}`;
      const isMadeUp = await isDemo(read);
      const [mark, plain] = isMadeUp ? [`${DEMO_WORDS["zh-CN"]}-`, "demo-"] : ["", ""];
      const { type, write: pieces } = FORMATS[extension];
      res.set({
        "Content-Type": type,
        "Content-Disposition": disposition(mark + day, plain + day),
        "Cache-Control": "private, no-store",
      });
      const signal = AbortSignal.timeout(LONGEST_MS);
      await pipeline(Readable.from(pieces(entries(read, filter), isMadeUp)), res, { signal }).catch(
        (error: unknown) => {
          // Who leaves in the middle is owed nothing; a file that cannot be finished is cut off.
          if (!res.destroyed) throw error;
        },
      );
    });
  }
  return route;
}

function isAllowed(res: Response): boolean {
  try {
    allow("audit.read", askerIn(res).who);
    return true;
  } catch (error) {
    if (error instanceof UnauthorizedError) refuseCall(res, "UNAUTHORIZED", error.message);
    else if (error instanceof ForbiddenError) refuseCall(res, "FORBIDDEN", error.message);
    else throw error;
    return false;
  }
}

function filterOf(url: string): AuditFilter | null {
  const search = new URL(url, "http://one-map.invalid").searchParams;
  const given = [...search].filter(([, value]) => value !== "");
  if (new Set(given.map(([name]) => name)).size < given.length) return null;
  const parsed = zAuditFilter.safeParse(Object.fromEntries(given));
  return parsed.success ? parsed.data : null;
}

async function* entries(db: Db, filter: AuditFilter): AsyncGenerator<AuditEntry[]> {
  let before: number | undefined;
  do {
    const page = await searchAudit(db, { filter, before, limit: PAGE });
    yield page.entries;
    before = page.nextBefore ?? undefined;
  } while (before !== undefined);
}

/** A demonstration's says so in each row: rows are cut out of a file, and its name is changed. */
async function* csvPieces(pages: AsyncIterable<AuditEntry[]>, isMadeUp: boolean): AsyncGenerator<string> {
  const last = isMadeUp ? [DEMO_WORDS["zh-CN"]] : [];
  yield BOM + csvLine(isMadeUp ? [...AUDIT_HEAD, DEMO_HEAD] : AUDIT_HEAD);
  for await (const page of pages) yield page.map((entry) => csvLine([...auditRow(entry), ...last])).join("");
}

async function* jsonPieces(pages: AsyncIterable<AuditEntry[]>, isMadeUp: boolean): AsyncGenerator<string> {
  const mark = isMadeUp ? { demo: DEMO_WORDS["zh-CN"] } : {};
  let between = "[";
  for await (const page of pages) {
    for (const entry of page) {
      yield `${between}\n${JSON.stringify({ ...mark, ...entry })}`;
      between = ",";
    }
  }
  yield between === "[" ? "[]\n" : "\n]\n";
}
