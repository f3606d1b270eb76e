import type { ItemType } from "../item.ts";
import type { LightChoice } from "../light/light-state.ts";
import type { Language } from "../look/words.ts";
import type { Measure, StageCounts } from "../measure.ts";
import type { Snapshot } from "../months/snapshot.ts";
import type { CorridorKind } from "../place.ts";
import type { Stage } from "../stage.ts";
import type { Camera } from "../view.ts";

/** What the legend names: the entries of the map's own legend (geo/drawn/legend.ts), of what is visible alone. */
export type LegendFact =
  | {
      kind: "ramp";
      title: string;
      classes: readonly { color: string; label: string }[];
      zero: { color: string; label: string };
      none: string;
      n: string | null;
    }
  | { kind: "mix"; title: string; stages: readonly { color: string; label: string }[]; none: string }
  | { kind: "line"; look: { kind: CorridorKind; later: boolean }; label: string }
  | { kind: "place"; place: "port" | "minorPort" | "hub"; label: string }
  | { kind: "stage"; type: ItemType; stage: Stage; label: string }
  | { kind: "light"; light: LightChoice; label: string }
  | { kind: "note"; text: string };

/** A region of the ranking, with what the ledger counts there under the view's filter. */
export type RankingFact = {
  code: string;
  name: string;
  /** A planned city lies in the league above it, and is counted there too. */
  within: boolean;
  items: number;
  projects: number;
  policies: number;
  projectStages: StageCounts;
  /** Of the map's measure, as the map writes it; its class colours the row's swatch. */
  value: string;
  /** null: the ledger has nothing to measure here; undefined: the map fills another level than the table's. */
  color: string | null | undefined;
};

export type ItemFact = {
  id: string;
  type: ItemType;
  stage: Stage;
  title: string;
  regions: string;
  /** Name of the stage, or the source's words where they allow another reading. */
  stageWords: string;
  /** What it stands on: the words of the source, quoted, or who brought it in. */
  ground: string;
};

export type DeadlineFact = { id: string; title: string; due: string; words: string };

/** Everything that a page says, gathered in one place from what the screen asks too. */
export type BriefFacts = {
  id: string;
  lang: Language;
  /** Revision of the ledger. */
  revision: number;
  /** YYYY-MM */
  asOf: string;
  /** Day of the newest document of that month, YYYY-MM-DD; null where the ledger has none. */
  day: string | null;
  demo: boolean;
  /** Of the month, where it is frozen. */
  snapshot: Pick<Snapshot, "id" | "version"> | null;
  /** Address that opens the view, and its QR code, a string of 0 and 1 for each row. */
  url: string;
  qr: readonly string[];
  /** The region drilled into, by name; null for the whole. */
  region: string | null;
  level: "league" | "county";
  measure: Measure;
  /** What limits the counts, in words; empty where nothing does. */
  filter: readonly string[];
  /** Items that the filter leaves out. */
  hidden: number;
  reviewNumber: string | null;
  /** An administrator lets no map out that has none. */
  reviewRequired: boolean;
  /** Source documents and credits of the map's data, as one reads them. */
  documents: readonly string[];
  credits: readonly string[];
  /** The source's own, word for word (truth rule 1). */
  statistics: readonly {
    id: string;
    label: string;
    figure: string;
    unit: string;
    quote: string;
    preliminary: boolean;
  }[];
  /** Names of the boundaries' data set and of its date, as the address line has them. */
  counts: {
    items: number;
    projects: number;
    policies: number;
    regionWide: number;
    projectStages: StageCounts;
  };
  ranking: readonly RankingFact[];
  deadlines: readonly DeadlineFact[];
  items: readonly ItemFact[];
  /** Of which `items` are the first. */
  itemsTotal: number;
  legend: readonly LegendFact[];
  map: {
    camera: Camera;
    /** On the ground at the centre's latitude, for a millimetre of the page. */
    kmPerMm: number;
    /** Latitude of the centre, degrees. */
    centreLat: number;
    /** Meridians and parallels that meet the frame: mm from its left or top edge. */
    graticule: readonly { axis: "lon" | "lat"; degrees: number; at: number }[];
  };
};
