import { z } from "zod";
import {
  zJobOnly,
  zSaveUpload,
  zUploadRows,
  zUploadRowsQuery,
  zUploadSaved,
  zUploadStatus,
} from "#domain/sheet/upload.ts";
import { procedure, router } from "../trpc.ts";
import { saveUpload } from "../workbook/save-upload.ts";

/** What becomes of a sheet that was sent to `/filing/upload`. */
export const uploadRouter = router({
  get: procedure("report.write")
    .input(zJobOnly)
    .output(zUploadStatus)
    .query(({ ctx, input }) => ctx.uploads.get(ctx.who?.id, input.job).status),
  rows: procedure("report.write")
    .input(zUploadRowsQuery)
    .output(zUploadRows)
    .query(({ ctx, input }) => ctx.uploads.get(ctx.who?.id, input.job).rows(input)),
  cancel: procedure("report.write")
    .input(zJobOnly)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.uploads.cancel(ctx.who?.id, input.job)),
  save: procedure("report.write")
    .input(zSaveUpload)
    .output(zUploadSaved)
    .mutation(({ ctx, input }) => saveUpload(ctx, input)),
});
