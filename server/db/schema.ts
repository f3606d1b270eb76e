import type { Kysely } from "kysely";
import type { Basis, ItemType, Noun, Sector, StageBasis } from "#domain/item.ts";
import type { Stage } from "#domain/stage.ts";
import type { FilingSchema } from "./filing-schema.ts";
import type { LightSchema } from "./light-schema.ts";
import type { PeopleSchema } from "./people-schema.ts";
import type { TrailSchema } from "./trail-schema.ts";
import type { UploadSchema } from "./upload-schema.ts";
import type { WorkSchema } from "./work-schema.ts";

/**
 * Tables as the numbered migrations leave them. `as_of` and `until` are months (YYYY-MM), half-open; a row
 * in effect has `until` 9999-12. JSON columns hold a record exactly as its `domain` schema writes it.
 */
export type LedgerSchema = {
  migration: { number: number; name: string; checksum: string; applied_at: string };
  revision: { id: number; value: number; build: string; changed_at: string };
  /** A row, and the ledger is made up. */
  demo: { id: number; finished_at: string | null };
  publication: { as_of: string; published_at: string };
  document: { id: string; ordinal: number; record: string };
  statistic: { id: string; ordinal: number; as_of: string; record: string };
  unit: { id: string; ordinal: number; name: string; record: string };
  place: { id: string; ordinal: number; record: string };
  corridor: { id: string; ordinal: number; corridor_group: string; record: string };
  region: { code: string; ordinal: number; level: string; parent: string | null; record: string };
  /** Every region with itself and all above it. */
  region_ancestor: { code: string; ancestor: string };
  /** What never changes of an item. `ordinal` is its order in the source, from 0, unique. */
  item: { id: string; noun: Noun; ordinal: number };
  item_version: {
    id: number;
    item_id: string;
    as_of: string;
    until: string;
    noun: Noun;
    /** 1: counts by itself; 0: counts by its parent, which is of the same noun. */
    counted: number;
    /** The item it counts by: its own id where `counted` is 1. */
    root: string;
    /** 1: the office's own work, left out of every measure. */
    office: number;
    ordinal: number;
    type: ItemType;
    stage: Stage;
    stage_words: string;
    stage_basis: StageBasis;
    sector: Sector;
    title: string;
    due: string | null;
    /** JSON: union of its regions and those of the children counted with it. */
    regions: string;
    /** JSON: ids. */
    children: string;
    sort_title: string;
    sort_region: string;
    /** Height on the ladder; off the ladder stands last in either direction, hence two columns. */
    sort_stage_up: number;
    sort_stage_down: number;
  };
  /** Regions that filters and counts look at: the union, `stated` wins. */
  item_region: { version_id: number; code: string; basis: Basis };
  item_unit: { version_id: number; unit_id: string; role: "responsible" | "counterpart" };
  /** Places and corridors of an item, in its order; `later` lines belong to the dated layer. */
  item_place: { version_id: number; role: "place" | "corridor" | "later"; ordinal: number; place_id: string };
  item_text: { version_id: number; words: string; record: string };
  /** Where quotes lie, for the way from a sentence to its items. */
  item_source: { version_id: number; ordinal: number; document_id: string; start_at: number; end_at: number };
  /** Counted items by region and all below it, type and stage, for each published month. */
  rollup: {
    as_of: string;
    region: string;
    type: ItemType;
    stage: Stage;
    n: number;
    /** Those of `n` that lie here by inference alone. */
    n_inferred: number;
  };
};

export type Schema = LedgerSchema &
  PeopleSchema &
  FilingSchema &
  LightSchema &
  TrailSchema &
  UploadSchema &
  WorkSchema;

/** Takes part in whatever transaction the caller opened. */
export type Db = Kysely<Schema>;

export type Dialect = "sqlite" | "postgres";

/** `until` of a row that is in effect. */
export const STILL = "9999-12";
