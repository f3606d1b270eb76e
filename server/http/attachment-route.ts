import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import express, { type Request, type Response, Router } from "express";
import { ForbiddenError, UnauthorizedError } from "#domain/error.ts";
import { type Attachment, zReportId } from "#domain/report/report.ts";
import { actOf } from "../act.ts";
import { DOCX, disposition, XLSX } from "../export/format.ts";
import { Places, TooManyExports } from "../export/places.ts";
import type { FileStore } from "../filing/files/file-store.ts";
import { FileRefusal } from "../filing/files/refusal.ts";
import { fileFor, sendingUnit, takeFile } from "../filing/files/take-file.ts";
import type { Ledger } from "../ledger.ts";
import { actorOf } from "./actor.ts";
import { notFound, refuseCall } from "./answers.ts";
import { askerIn } from "./asker.ts";

export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Each file lies in memory while it is looked at. */
const ROOM = { atOnce: 2, waiting: 20 };

const CONTENT_TYPES: Record<Attachment["type"], string> = {
  pdf: "application/pdf",
  jpeg: "image/jpeg",
  png: "image/png",
  docx: DOCX,
  xlsx: XLSX,
};

export type AttachmentParts = {
  ledger: Ledger;
  auditHash: string;
  store: FileStore;
  /** `SCAN_COMMAND`. */
  scanCommand: string | undefined;
};

/** Files of reports and of the office's work: sent in as they are, one a request, its name in `X-File-Name`; served for saving alone. */
export function attachmentRoutes({ ledger, auditHash, store, scanCommand }: AttachmentParts): Router {
  const { database, revisions } = ledger;
  const places = new Places(ROOM);
  const readBody = express.raw({ type: () => true, limit: MAX_FILE_BYTES, inflate: false });
  const route = Router();
  route.post("/attachments", async (req, res) => {
    const take = async () => {
      const { who } = askerIn(res);
      const unit = await sendingUnit(database.read, who);
      const name = nameIn(req);
      const act = actOf(
        { write: database.write, revisions, auditHash, keepHead: database.keepHead },
        actorOf(req, res),
      );
      const bytes = await bodyOf(req, res, readBody);
      res
        .status(201)
        .set("Cache-Control", "no-store")
        .json(await takeFile({ act, store, scanCommand }, unit, { bytes, name }));
    };
    await places.use(take).catch((error: unknown) => refuse(res, error));
  });
  route.get("/attachments/:holder/:hash", async (req, res) => {
    try {
      const { holder, hash } = req.params;
      const isName = zReportId.safeParse(holder).success && /^[0-9a-f]{64}$/.test(hash);
      const file = isName ? await fileFor(database.read, askerIn(res).who, holder, hash) : null;
      if (file === null || !(await store.has(hash))) return notFound(req, res);
      // Who has seen what is not for all is in the trail: where that cannot be written, nothing is shown.
      await actOf(
        { write: database.write, revisions, auditHash, keepHead: database.keepHead },
        actorOf(req, res),
      )(({ note }) => note({ action: "attachment.read", noun: "attachment", target: `${holder} ${hash}` }));
      const type = file.type as Attachment["type"];
      res.set({
        "Content-Type": CONTENT_TYPES[type],
        "Content-Length": String(file.bytes),
        "Content-Disposition": disposition(file.name, `attachment.${type}`),
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
        "Cross-Origin-Resource-Policy": "same-origin",
      });
      await pipeline(createReadStream(store.pathOf(hash)), res).catch((error: unknown) => {
        if (!res.destroyed) throw error;
      });
    } catch (error) {
      refuse(res, error);
    }
  });
  return route;
}

/** @throws FileRefusal */
function nameIn(req: Request): string {
  try {
    const name = decodeURIComponent(req.get("X-File-Name") ?? "");
    if (name !== "" && name.length <= 1000) return name;
  } catch {}
  throw new FileRefusal("expected the file's name in X-File-Name, percent-encoded");
}

function bodyOf(req: Request, res: Response, read: ReturnType<typeof express.raw>): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  read(req, res, (error?: unknown) => {
    const { body }: { body?: unknown } = req;
    if (error !== undefined) reject(error);
    else if (Buffer.isBuffer(body) && body.length > 0) resolve(body);
    else reject(new FileRefusal("expected a file"));
  });
  return promise;
}

/** @throws whatever nobody foresaw: the last resort logs it */
function refuse(res: Response, error: unknown): void {
  if (error instanceof FileRefusal) refuseCall(res, "BAD_REQUEST", error.message);
  else if (error instanceof UnauthorizedError) refuseCall(res, "UNAUTHORIZED", error.message);
  else if (error instanceof ForbiddenError) refuseCall(res, "FORBIDDEN", error.message);
  else if (error instanceof TooManyExports) {
    refuseCall(res.set("Retry-After", "5"), "TOO_MANY_REQUESTS", "Too many files at once, please try again.");
  } else if (statusOf(error) === 413) {
    refuseCall(res, "PAYLOAD_TOO_LARGE", `A file has ${MAX_FILE_BYTES / 1024 / 1024} MB at most.`);
  } else if (statusOf(error) === 415)
    refuseCall(res, "BAD_REQUEST", "expected a file that is not compressed");
  else if (statusOf(error) === 400) refuseCall(res, "BAD_REQUEST", "the file did not arrive whole");
  else if (error instanceof Error && "code" in error && error.code === "ENOSPC") {
    refuseCall(res, "INSUFFICIENT_STORAGE", "The server's disk is full: the file was not taken.");
  } else throw error;
}

const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && "status" in error && typeof error.status === "number" ? error.status : undefined;
