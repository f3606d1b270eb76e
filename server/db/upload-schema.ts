/** Tables of migration 4. */
export type UploadSchema = {
  upload_answer: {
    account_id: string;
    idempotency_key: string;
    job_id: string;
    mode: string;
    /** JSON: `UploadSaved`. */
    answer: string;
    at: string;
  };
};
