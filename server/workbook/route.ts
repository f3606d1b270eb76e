import { type Request, type Response, Router } from "express";
import { z } from "zod";
import { InvalidInputError } from "#domain/error.ts";
import { zMonth } from "#domain/month.ts";
import type { Who } from "#domain/permission.ts";
import { zUnitId } from "#domain/report/exchange.ts";
import { zJobId } from "#domain/sheet/upload.ts";
import { LANGUAGES } from "#domain/view.ts";
import { readBody } from "../brief/read-body.ts";
import { getPeriod } from "../db/filing/periods.ts";
import { standingRows } from "../db/filing/standing-rows.ts";
import { allowedUnit } from "../db/filing/units.ts";
import type { Db } from "../db/schema.ts";
import { disposition, XLSX } from "../export/format.ts";
import { Places } from "../export/places.ts";
import { askerIn } from "../http/asker.ts";
import { localsOf } from "../http/headers.ts";
import { searchOf } from "../http/page-route.ts";
import { requireRight } from "../http/require-right.ts";
import type { Log } from "../log.ts";
import { refuseSheet } from "./refuse-sheet.ts";
import { refusedSheet, SHEET_FORMATS, type SheetFormat, unitSheet } from "./sheet-files.ts";
import type { Uploads } from "./uploads.ts";

export const MOST_UPLOAD_BYTES = 10 * 1024 * 1024;
const BODY_MS = 60_000;
/** Workbooks written at once, and those that may wait. */
const ROOM = { atOnce: 2, waiting: 30 };

const TYPES: Record<SheetFormat, string> = {
  xlsx: XLSX,
  csv: "text/csv; charset=utf-8; header=present",
};

const zLang = z.enum(LANGUAGES).default("zh-CN");
const zSheetQuery = z.strictObject({ month: zMonth, unit: zUnitId.optional(), lang: zLang });
const zUploadQuery = z.strictObject({
  month: zMonth,
  unit: zUnitId.optional(),
  name: z.string().max(255).default(""),
});
const zRefusedQuery = z.strictObject({ job: zJobId, lang: zLang });

export type SheetParts = { db: Db; uploads: Uploads; log: Pick<Log, "error"> };

/**
 * The unit's sheet to fill in (GET /filing/sheet.xlsx, .csv), its way back (POST /filing/upload, the file itself as
 * the body), and the rows that were refused (GET /filing/refused.xlsx, .csv).
 */
export function sheetRoutes({ db, uploads, log }: SheetParts): Router {
  const places = new Places(ROOM);
  const route = Router();
  route.use("/filing", requireRight("report.write"));
  for (const format of SHEET_FORMATS) {
    route.get(`/filing/sheet.${format}`, async (req, res) =>
      answer(req, res, async () => {
        const { lang, ...asked } = queryOf(req, zSheetQuery);
        const of = await unitMonthOf(db, askerIn(res).who, asked);
        const file = await places.use(() => unitSheet(db, of, lang, format));
        send(res, file, format, `填报-${of.unitName}-${of.month}`, `report-${of.unit}-${of.month}`);
      }),
    );
    route.get(`/filing/refused.${format}`, async (req, res) =>
      answer(req, res, async () => {
        const { job: id, lang } = queryOf(req, zRefusedQuery);
        const job = uploads.get(askerIn(res).who?.id, id);
        const { unit, unitName, month } = job.of;
        const file = await places.use(() => refusedSheet(db, job, lang, format));
        send(res, file, format, `退回-${unitName}-${month}`, `refused-${unit}-${month}`);
      }),
    );
  }
  route.post("/filing/upload", async (req, res) =>
    answer(req, res, async () => {
      const { name, ...asked } = queryOf(req, zUploadQuery);
      const { who } = askerIn(res);
      const of = await unitMonthOf(db, who, asked);
      uploads.requireRoom();
      const file = await readBody(req, MOST_UPLOAD_BYTES, AbortSignal.timeout(BODY_MS));
      const failed = (error: unknown) =>
        log.error({ err: error, requestId: localsOf(res).requestId }, "an upload could not be read");
      const base = standingRows(db, of.unit, of.month);
      const job = uploads.start({ ...of, account: who?.id ?? "", fileName: name }, file, base, failed);
      res.status(202).set("Cache-Control", "no-store").json(job.status);
    }),
  );
  return route;
}

/** @throws InvalidInputError */
function queryOf<Schema extends z.ZodType>(req: Request, schema: Schema): z.infer<Schema> {
  const read = schema.safeParse(Object.fromEntries(new URLSearchParams(searchOf(req))));
  if (read.success) return read.data;
  throw new InvalidInputError(
    read.error.issues.map(({ path, message }) => ({ path: path.map(String), message })),
  );
}

/** The unit that is asked for, else the asker's own. @throws ForbiddenError, NotFoundError, InvalidInputError */
async function unitMonthOf(db: Db, who: Who | null, asked: { unit?: string | undefined; month: string }) {
  const unit = asked.unit ?? who?.unit;
  if (unit == null) {
    throw new InvalidInputError([{ path: ["unit"], message: "your account is of no unit: name one" }]);
  }
  const { name: unitName } = await allowedUnit(db, "report.write", who, unit);
  await getPeriod(db, asked.month);
  return { unit, unitName, month: asked.month };
}

async function answer(req: Request, res: Response, make: () => Promise<void>): Promise<void> {
  await make().catch((error: unknown) => refuseSheet(req, res, error));
}

function send(res: Response, file: Uint8Array, format: SheetFormat, name: string, plain: string): void {
  res.set({
    "Cache-Control": "private, no-store",
    "Content-Type": TYPES[format],
    "Content-Disposition": disposition(`${name}.${format}`, `${plain}.${format}`),
  });
  res.send(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
}
