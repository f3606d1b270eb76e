import { ForbiddenError, UnauthorizedError } from "#domain/error.ts";
import { allow, scopesOf, type Who } from "#domain/permission.ts";
import type { Attachment } from "#domain/report/report.ts";
import { OFFICE_UNIT } from "#domain/unit.ts";
import type { Act } from "../../act.ts";
import { attachedFile, keepFile } from "../../db/filing/stored-files.ts";
import { allowedUnit } from "../../db/filing/units.ts";
import type { Db } from "../../db/schema.ts";
import { workFile } from "../../db/work/files.ts";
import { allowedWork } from "../../work/reach.ts";
import { cleanName } from "./file-name.ts";
import type { FileStore } from "./file-store.ts";
import { fileTypeOf } from "./file-type.ts";
import { scanFile } from "./scan.ts";

export type Taking = { act: Act; store: FileStore; scanCommand: string | undefined };

/** The unit that `who` may send files in for: of reports, or of the office's work. @throws UnauthorizedError, ForbiddenError */
export async function sendingUnit(db: Db, who: Who | null): Promise<string> {
  if (who === null) throw new UnauthorizedError();
  if (scopesOf("work.manage", who).length > 0) return who.unit ?? OFFICE_UNIT;
  if (who.unit === null) throw new ForbiddenError();
  return (await allowedUnit(db, "report.write", who, who.unit)).id;
}

/**
 * Takes a file in for a unit: checked by what is in it, scanned, kept by its hash, noted. The same file sent again is
 * the same file.
 * @throws FileRefusal
 */
export async function takeFile(
  { act, store, scanCommand }: Taking,
  unit: string,
  file: { bytes: Buffer; name: string },
): Promise<Attachment> {
  const type = await fileTypeOf(file.bytes);
  const { hash, bytes } = await store.keep(file.bytes, (path) => scanFile(scanCommand, path));
  const name = cleanName(file.name, type);
  await act(async ({ tx, note }) => {
    await keepFile(tx, { hash, type, bytes }, unit, new Date().toISOString());
    await note({
      action: "attachment.store",
      noun: "file",
      target: hash,
      unit,
      after: { name, type, bytes },
    });
  });
  return { hash, name, type, bytes };
}

/**
 * A file of a report: for every account once the report is published, before that for those who may read the report;
 * of a record of the work, for those who may read the record.
 * @param id of the report or the record
 * @throws UnauthorizedError, ForbiddenError
 */
export async function fileFor(db: Db, who: Who | null, id: string, hash: string) {
  if (who === null) throw new UnauthorizedError();
  const file = await attachedFile(db, id, hash);
  if (file === undefined) return workFileFor(db, who, id, hash);
  if (file.state === "published") allow("report.published", who);
  else await allowedUnit(db, "report.read", who, file.unit_id);
  return file;
}

async function workFileFor(db: Db, who: Who, id: string, hash: string) {
  const file = await workFile(db, id, hash);
  if (file === undefined) return null;
  await allowedWork(db, "work.read", who, { noun: file.noun, id });
  return file;
}
