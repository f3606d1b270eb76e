import type { Item } from "../item.ts";
import type { LightState } from "../light/light-state.ts";
import { type Language, nameIn } from "../look/words.ts";
import { CONFIDENCES, type Confidence, type Corridor, type Place } from "../place.ts";
import type { Region } from "../region.ts";
import type { SourceDocument } from "../source.ts";
import type { Unit } from "../unit.ts";

/** An item as an export has it: its own record, and what of it is drawn. */
export type LedgerRecord = {
  item: Item;
  /** False: it counts by its parent. */
  counted: boolean;
  /** In the month of the export; null where nobody files for it. */
  light: LightState | null;
  places: readonly Place[];
  corridors: readonly Corridor[];
};

export type SourceEntry = Omit<SourceDocument, "text" | "sections">;

/** Names beside the codes that items carry. */
export type LedgerNames = {
  regions: ReadonlyMap<string, Region>;
  units: ReadonlyMap<string, Unit>;
  documents: ReadonlyMap<string, SourceEntry>;
};

/** The code itself where a later ledger names a region or unit that nobody described. */
export function regionIn(lang: Language, names: LedgerNames, code: string): string {
  const region = names.regions.get(code);
  return region === undefined ? code : nameIn(lang, region);
}

export function unitIn(lang: Language, names: LedgerNames, id: string): string {
  const unit = names.units.get(id);
  return unit === undefined ? id : nameIn(lang, unit);
}

/** The largest error and the lowest confidence of all that is drawn: the row claims no more than its worst part. */
export function placing({ places, corridors }: Pick<LedgerRecord, "places" | "corridors">): {
  errorKm: number | null;
  confidence: Confidence | null;
  schematic: boolean | null;
} {
  const drawn = [...places, ...corridors];
  if (drawn.length === 0) return { errorKm: null, confidence: null, schematic: null };
  const worst = Math.max(...drawn.map((one) => CONFIDENCES.indexOf(one.confidence)));
  return {
    errorKm: Math.max(...drawn.map((one) => one.errorKm)),
    confidence: CONFIDENCES[worst] ?? null,
    schematic: corridors.length === 0 ? null : corridors.some((corridor) => corridor.schematic),
  };
}
