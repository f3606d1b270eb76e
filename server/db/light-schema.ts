import type { ItemType } from "#domain/item.ts";
import type { LightState } from "#domain/light/light-state.ts";

/** Tables of migration 5. Months are YYYY-MM, times ISO 8601 in UTC. */
export type LightSchema = {
  /** In force from a month on, until a higher version's `from_month`. `content` is JSON: `Rules`. */
  rule_set: {
    version: number;
    from_month: string;
    content: string;
    reason: string;
    author_id: string | null;
    author_name: string;
    at: string;
  };
  /** The light of each item that somebody files for, in each month. `record` is JSON: `Light`. */
  item_light: {
    month: string;
    item_id: string;
    state: LightState;
    rule_version: number;
    unit_id: string | null;
    record: string;
  };
  /** Counted items that have a light, by region and all below it, type and state. */
  light_rollup: { as_of: string; region: string; type: ItemType; state: LightState; n: number };
  /**
   * The office's word in place of the rules', from a month on until it is overtaken. `seen` is JSON: ids of the
   * reports of that month that it looked at.
   */
  light_override: {
    id: string;
    item_id: string;
    from_month: string;
    state: LightState;
    reason: string;
    seen: string;
    author_id: string;
    author_name: string;
    at: string;
    ended_month: string | null;
    ended_why: "report" | "agrees" | "replaced" | "lifted" | null;
  };
  /** A frozen month. `content` is its canonical JSON, gzip in Base64; `hash` the sha256 of that JSON. */
  snapshot: {
    id: string;
    month: string;
    version: number;
    hash: string;
    content: string;
    revision: number;
    reason: string | null;
    frozen_at: string;
    author_id: string | null;
    author_name: string;
    /** Where the audit trail ended before it was frozen; null in one that was frozen before this was kept. */
    audit_seq: number | null;
    audit_hash: string | null;
  };
};
