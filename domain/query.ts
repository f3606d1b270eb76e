import { z } from "zod";
import { zDrilledFilter } from "./filter.ts";
import {
  NOUNS,
  zBasis,
  zItem,
  zItemId,
  zItemRegion,
  zItemType,
  zSector,
  zSourceRef,
  zStageBasis,
} from "./item.ts";
import { zLight } from "./light/light.ts";
import { zLightChoice, zLightCounts, zLightState } from "./light/light-state.ts";
import { zMeasure, zStageCounts } from "./measure.ts";
import { zMonth } from "./month.ts";
import { zConfidence } from "./place.ts";
import { REGION_LEVELS, zRegion, zRegionCode } from "./region.ts";
import { zAttachment, zProblem, zReportId } from "./report/report.ts";
import { zSort } from "./sort.ts";
import { zDocument, zStatistic } from "./source.ts";
import { zStage } from "./stage.ts";
import { zUnit } from "./unit.ts";

/** A page of items. `cursor` is opaque; a page has 50 unless told, 200 at most. */
export const zItemQuery = z.strictObject({
  filter: zDrilledFilter.optional(),
  sort: zSort.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(200).optional(),
  asOf: zMonth.optional(),
});
export type ItemQuery = z.infer<typeof zItemQuery>;

/** A row of a list: what a reader needs to choose, and the map to link both ways. */
export const zItemRow = z.strictObject({
  id: zItemId,
  noun: z.enum(NOUNS),
  type: zItemType,
  title: z.string(),
  stage: zStage,
  stageWords: z.string(),
  stageBasis: zStageBasis,
  sector: zSector,
  regions: z.array(zItemRegion),
  children: z.array(zItemId),
  /** First deadline, if the item has one. */
  due: z.string().nullable(),
  /** In the month asked for; null where nobody files for the item. */
  light: zLightState.nullable(),
});
export type ItemRow = z.infer<typeof zItemRow>;
export const zItemPage = z.strictObject({
  items: z.array(zItemRow),
  nextCursor: z.string().nullable(),
  /** Distinct items that match, not the length of this page. */
  total: z.int(),
});
export type ItemPage = z.infer<typeof zItemPage>;

/** Absent where nobody has given one: the Chinese name stands (domain/look/words.ts, nameIn). */
const zNameEn = z.string().exactOptional();

const zMark = z.strictObject({
  id: z.string(),
  name: z.string(),
  nameEn: zNameEn,
  at: z.tuple([z.number(), z.number()]),
  errorKm: z.number(),
  confidence: zConfidence,
});
const zLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  nameEn: zNameEn,
  schematic: z.boolean(),
  errorKm: z.number(),
  confidence: zConfidence,
  path: z.array(z.tuple([z.number(), z.number()])),
});

/** A published report of an item. Problem and files are absent for guests. */
export const zItemReport = z.strictObject({
  id: zReportId,
  month: zMonth,
  unit: z.string(),
  unitName: z.string(),
  unitNameEn: zNameEn,
  version: z.int(),
  stage: zStage,
  plannedPercent: z.number().nullable(),
  actualPercent: z.number().nullable(),
  done: z.string(),
  problem: zProblem.nullable().exactOptional(),
  attachments: z.array(zAttachment).exactOptional(),
});
export type ItemReport = z.infer<typeof zItemReport>;

/** The whole item, with names beside codes so that one answer suffices for a page. */
export const zItemDetail = z.strictObject({
  ...zItem.shape,
  noun: z.enum(NOUNS),
  units: z.array(
    z.strictObject({
      unit: z.string(),
      role: z.enum(["responsible", "counterpart"]),
      words: z.string(),
      basis: zBasis,
      name: z.string(),
      nameEn: zNameEn,
    }),
  ),
  geometry: z.strictObject({ ...zItem.shape.geometry.shape, marks: z.array(zMark), lines: z.array(zLine) }),
  sources: z.array(zSourceRef),
  /** Children and relations with what a link needs. */
  childRows: z.array(zItemRow),
  relationRows: z.array(z.strictObject({ kind: z.string(), row: zItemRow })),
  /** Latest first. */
  reports: z.array(zItemReport),
  /** With all that explains it, and the name of the unit whose report it rests on. */
  light: z.strictObject({ ...zLight.shape, unitName: z.string().nullable(), unitNameEn: zNameEn }).nullable(),
});
export type ItemDetail = z.infer<typeof zItemDetail>;

export const PROGRESS_LEVELS = [...REGION_LEVELS, "reporting"] as const;
export const zProgressQuery = z.strictObject({
  /** `reporting`: the 14 that file, the two planned cities beside their leagues. */
  level: z.enum(PROGRESS_LEVELS),
  measure: zMeasure,
  asOf: zMonth.optional(),
  filter: zDrilledFilter.optional(),
});
export type ProgressQuery = z.infer<typeof zProgressQuery>;
export const zRegionProgress = z.strictObject({
  code: zRegionCode,
  /** Distinct items the measure looks at. For a share, those whose stage is known are its denominator. */
  n: z.int().min(0),
  /** Those of `n` that lie here by inference alone. */
  inferred: z.int().min(0),
  stages: zStageCounts,
  /** Of a measure of lights alone: those with a colour are its denominator. */
  lights: zLightCounts.exactOptional(),
  /** null: nothing of the ledger lies here, or no stage is known, or no light has a colour. 0: measured, and none matches. */
  value: z.number().nullable(),
});
export type RegionProgress = z.infer<typeof zRegionProgress>;

export const zCounts = z.strictObject({
  /** Counted items (mechanisms and directives left out), projects and policies among them. */
  items: z.int(),
  projects: z.int(),
  policies: z.int(),
  /** Office work of the same filter: mechanisms and directives. */
  office: z.int(),
  /** Of the counted items: how many are region-wide and so lie in no league. */
  regionWide: z.int(),
  types: z.partialRecord(zItemType, z.int()),
  stages: zStageCounts,
  projectStages: zStageCounts,
  /** Of each type, the office's own too: a choice of stages is counted from these (count.ts, listedStages). */
  typeStages: z.partialRecord(zItemType, zStageCounts),
  sectors: z.partialRecord(zSector, z.int()),
  /** Of the counted items that have a light. */
  lights: zLightCounts,
  /** Unit id → counted items it answers for, and those it is a counterpart of. */
  units: z.record(z.string(), z.int()),
  counterparts: z.record(z.string(), z.int()),
});
export const zSummary = z.strictObject({ asOf: zMonth, statistics: z.array(zStatistic), counts: zCounts });
export type Summary = z.infer<typeof zSummary>;

/** Where a record's quote lies in the document: from any sentence to its items. */
export const zSourceMark = z.strictObject({
  item: zItemId,
  noun: z.enum(NOUNS),
  title: z.string(),
  start: z.int(),
  end: z.int(),
});
export const zSourceDocument = z.strictObject({ ...zDocument.shape, marks: z.array(zSourceMark) });
export type SourceDocumentWithMarks = z.infer<typeof zSourceDocument>;

/** Lines of the source are always asked for; the two groups beside them only when their layer is on. */
export const zMapQuery = z.strictObject({
  asOf: zMonth.optional(),
  filter: zDrilledFilter.optional(),
  later: z.boolean().optional(),
  guofa21: z.boolean().optional(),
});
export type MapQuery = z.infer<typeof zMapQuery>;

/** What the map draws of the items that match: points (or cells of them) and corridors; and the hubs. */
export const zMapFeatures = z.strictObject({
  points: z.array(
    z.strictObject({
      id: z.string(),
      item: zItemId,
      place: z.string(),
      name: z.string(),
      nameEn: zNameEn,
      type: zItemType,
      stage: zStage,
      stageWords: z.string(),
      stageBasis: zStageBasis,
      at: z.tuple([z.number(), z.number()]),
      errorKm: z.number(),
      confidence: zConfidence,
      /** Of the month, `none` for one without a colour; absent where nobody files for the item. */
      light: zLightChoice.exactOptional(),
    }),
  ),
  corridors: z.array(
    z.strictObject({
      id: z.string(),
      items: z.array(zItemId),
      name: z.string(),
      nameEn: zNameEn,
      kind: z.enum(["uhv", "gas", "water", "road", "rail", "belt"]),
      group: z.enum(["seed", "later", "guofa21"]),
      stage: zStage.nullable(),
      stageWords: z.string().nullable(),
      stageBasis: zStageBasis.nullable(),
      /** In which a line of `later` came into use; null for all others. */
      year: z.int().nullable(),
      schematic: z.boolean(),
      errorKm: z.number(),
      confidence: zConfidence,
      path: z.array(z.tuple([z.number(), z.number()])),
    }),
  ),
  /** Reservoirs and dams where no item stands that would be their mark. They follow no filter. */
  hubs: z.array(zMark),
  /** Items that match and lie on no point or line. The map outlines the regions of the one pointed at or picked. */
  areaOnly: z.int(),
});
export type MapFeatures = z.infer<typeof zMapFeatures>;

export const zUnitList = z.array(zUnit);

/** `centre` is the anchor under the name that the public surface gives it. */
export const zRegionEntry = z.strictObject({ ...zRegion.shape, centre: zRegion.shape.anchor });
export type RegionEntry = z.infer<typeof zRegionEntry>;

export const zItemGet = z.strictObject({ id: zItemId, asOf: zMonth.optional() });
export const zSourceGet = z.strictObject({ id: z.string().min(1).max(80) });
export const zSummaryQuery = z.strictObject({ asOf: zMonth.optional(), filter: zDrilledFilter.optional() });
export type SummaryQuery = z.infer<typeof zSummaryQuery>;

/** Counts up with every change of the ledger, and with every new build. */
export const zRevision = z.strictObject({ revision: z.int().min(0) });
