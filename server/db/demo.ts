/**
 * Whether the ledger holds demonstration data: only one that `npm run demo` makes would, and no code makes one yet.
 * The one place that says so; every page and picture asks here (truth rule 8).
 */
export const LEDGER_IS_DEMO = false;
