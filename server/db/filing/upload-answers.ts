import { ConflictError } from "#domain/error.ts";
import type { SaveUpload, UploadSaved } from "#domain/sheet/upload.ts";
import type { Db } from "../schema.ts";

/**
 * What the same question was answered with before; null where it was never asked.
 * @throws ConflictError where the key went with another question
 */
export async function answerBefore(db: Db, account: string, asked: SaveUpload): Promise<UploadSaved | null> {
  const row = await db
    .selectFrom("upload_answer")
    .select(["job_id", "mode", "answer"])
    .where("account_id", "=", account)
    .where("idempotency_key", "=", asked.idempotencyKey)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.job_id !== asked.job || row.mode !== asked.mode) {
    throw new ConflictError("the idempotency key went with another upload");
  }
  return JSON.parse(row.answer) as UploadSaved;
}

export async function keepAnswer(
  tx: Db,
  account: string,
  asked: SaveUpload,
  answer: UploadSaved,
): Promise<void> {
  await tx
    .insertInto("upload_answer")
    .values({
      account_id: account,
      idempotency_key: asked.idempotencyKey,
      job_id: asked.job,
      mode: asked.mode,
      answer: JSON.stringify(answer),
      at: new Date().toISOString(),
    })
    .execute();
}
