import type { Language } from "#domain/look/words.ts";
import type { SheetRow } from "#domain/sheet/sheet-row.ts";

/** `withReasons` adds the column that says why a row came back. */
export type WriterPlan = {
  lang: Language;
  unitName: string;
  month: string;
  withReasons: boolean;
  /** The ledger is a demonstration's. */
  demo: boolean;
};
export type ToWriter = { plan: WriterPlan } | { rows: (SheetRow & { reason: string | null })[] } | "end";
