/** Tables of migration 6: what has been taken out of the trail into files that say the same. */
export type TrailSchema = {
  /** Rows `first` to `through` of `audit` lie in `file`; `head` is the hash of the last of them. Append-only. */
  audit_seal: {
    through: number;
    first: number;
    /** `previous` of row `first`. */
    previous: string;
    head: string;
    /** Name in DATA_DIR/sealed. */
    file: string;
    sha256: string;
    sealed_at: string;
  };
};
