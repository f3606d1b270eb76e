import { z } from "zod";
import { zMonth } from "./month.ts";
import { zRegionCode } from "./region.ts";
import { zRemarkEn } from "./remark.ts";
import { type Ladder, ladderSteps, OFF_LADDER, zStage } from "./stage.ts";

export const NOUNS = ["project", "policy"] as const;
export type Noun = (typeof NOUNS)[number];

/** `project` is a thing that is built; all others are policies: things won or asked for on paper. */
export const ITEM_TYPES = [
  "project",
  "support",
  "agreement",
  "plan",
  "pilot",
  "mechanism",
  "directive",
] as const;
export const zItemType = z.enum(ITEM_TYPES);
export type ItemType = z.infer<typeof zItemType>;

/** The office's own work: listed with all others, left out of every count of `items`. */
export const OFFICE_TYPES = ["mechanism", "directive"] as const satisfies readonly ItemType[];

export const LADDER_OF: Record<ItemType, Ladder> = {
  project: "project",
  support: "policy",
  pilot: "policy",
  agreement: "agreement",
  plan: "plan",
  mechanism: "mechanism",
  directive: "directive",
};

export const nounOf = (type: ItemType): Noun => (type === "project" ? "project" : "policy");
export const isOfficeType = (type: ItemType): boolean => (OFFICE_TYPES as readonly string[]).includes(type);

/** `S-` and its place in the source, or `N-` and a number for what a unit brought in. */
export const zItemId = z
  .string()
  .regex(/^(S-\d(\.\d)?-\d{2}(\.\d+)?|N-\d{4,7})$/, "expected an id such as S-1.4-15, S-1.2-07.3 or N-0001");

/** True for an item that a unit brought in: no document speaks of it. */
export const isBroughtIn = (id: string): boolean => id.startsWith("N-");

/** The unit that proposed an item which the source does not have, and the month it came in by. */
export const zOrigin = z.strictObject({
  unit: z.string().min(1),
  unitName: z.string().min(1),
  month: zMonth,
});
export type Origin = z.infer<typeof zOrigin>;

/** What the text says (`stated`) and what we read into it (`inferred`) are never merged. */
export const BASES = ["stated", "inferred"] as const;
export const zBasis = z.enum(BASES);
export type Basis = z.infer<typeof zBasis>;

/** A region of an item, and whether the text names it. */
export const zItemRegion = z.strictObject({ code: zRegionCode, basis: zBasis });
export type ItemRegion = z.infer<typeof zItemRegion>;

/** The main field of an item; the source's finer word is kept beside it as `sectorWords`. */
export const SECTORS = [
  "general",
  "water",
  "ecology",
  "agriculture",
  "industry",
  "energy",
  "transport",
  "ports",
  "finance",
  "science",
  "livelihood",
  "culture",
  "urban",
  "region",
  "office",
] as const;
export const zSector = z.enum(SECTORS);
export type Sector = z.infer<typeof zSector>;

/** Code points of the document, half-open: `[...text].slice(start, end).join("") === quote`. */
export const zSourceRef = z.strictObject({
  document: z.string().min(1),
  section: z.string().min(1),
  quote: z.string().min(1),
  start: z.int().min(0),
  end: z.int().min(1),
  /** The whole sentence the quote stands in. */
  sentence: z.strictObject({ start: z.int().min(0), end: z.int().min(1) }),
});
export type SourceRef = z.infer<typeof zSourceRef>;

export const FIGURE_KINDS = [
  "exact",
  "approximate",
  "lower_bound",
  "derived",
  "duration",
  "phase",
  "ambiguous",
  "unspecified",
] as const;
export const zFigure = z.strictObject({
  /** null where the source gives words and no number (数家, 一批) */
  value: z.number().nullable(),
  unit: z.string(),
  words: z.string().min(1),
  kind: z.enum(FIGURE_KINDS),
  /** ISO 8601 interval of years or dates, where the source ties the figure to a period */
  period: z.string().nullable(),
  note: z.string().nullable(),
  noteEn: zRemarkEn,
});

export const DATE_KINDS = [
  "deadline",
  "period",
  "recurrence",
  "duration",
  "year",
  "as-of",
  "document-number",
] as const;
export const zItemDate = z.strictObject({
  words: z.string().min(1),
  kind: z.enum(DATE_KINDS),
  /** Last day it means, YYYY-MM-DD; a deadline always has one. */
  due: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable(),
  iso: z.string().nullable(),
  basis: zBasis,
  note: z.string().nullable(),
  noteEn: zRemarkEn,
});

export const GEOMETRY_KINDS = ["area", "point", "points", "line"] as const;
export const zItemGeometry = z.strictObject({
  kind: z.enum(GEOMETRY_KINDS),
  /** Ids of seeds/places.json that are drawn for this item. A corridor item draws none. */
  places: z.array(z.string()),
  corridors: z.array(z.string()),
  /** Later lines that history built instead; drawn only in the dated layer. */
  laterCorridors: z.array(z.string()),
  note: z.string().nullable(),
  noteEn: zRemarkEn,
});

export const UNIT_ROLES = ["responsible", "counterpart"] as const;
export const zItemUnit = z.strictObject({
  unit: z.string().min(1),
  role: z.enum(UNIT_ROLES),
  /** As the record words it, such as 国家(未点名部门) */
  words: z.string().min(1),
  basis: zBasis,
});

export const RELATION_KINDS = ["source-of", "fed-by", "plan-for", "planned-by"] as const;

/**
 * `explicit`, `ambiguous`: the source says it; ambiguous words allow another reading, which `stageNote` gives
 * (争取…列入). `reported`: a unit's published report does, and `stageWords` are the unit's.
 */
export const zStageBasis = z.enum(["explicit", "ambiguous", "reported"]);
export type StageBasis = z.infer<typeof zStageBasis>;

const zItemBody = z.strictObject({
  id: zItemId,
  type: zItemType,
  parent: zItemId.nullable(),
  title: z.string().min(1),
  stage: zStage,
  /** The literal words of the source for the stage; an ellipsis joins words that stand apart. */
  stageWords: z.string().min(1),
  stageBasis: zStageBasis,
  stageNote: z.string().nullable(),
  stageNoteEn: zRemarkEn,
  sector: zSector,
  sectorWords: z.string().min(1),
  regions: z.array(zItemRegion).min(1),
  units: z.array(zItemUnit),
  figures: z.array(zFigure),
  dates: z.array(zItemDate),
  geometry: zItemGeometry,
  /** None of an item that a unit brought in, and of no other. */
  sources: z.array(zSourceRef),
  /** Of an item that a unit brought in by a proposal. */
  origin: zOrigin.exactOptional(),
  children: z.array(zItemId),
  relations: z.array(z.strictObject({ kind: z.enum(RELATION_KINDS), item: zItemId })),
  note: z.string().nullable(),
  noteEn: zRemarkEn,
  /** What later years brought, dated apart from the source and off by default (truth rule 6). */
  later: z.array(
    z.strictObject({
      fact: z.string(),
      factEn: zRemarkEn,
      basis: z.enum(["retrieved", "memory"]),
      reference: z.string(),
    }),
  ),
});

export const zItem = zItemBody.superRefine((item, ctx) => {
  const steps: readonly string[] = [...ladderSteps(LADDER_OF[item.type]), ...OFF_LADDER];
  if (!steps.includes(item.stage)) {
    ctx.addIssue({
      code: "custom",
      path: ["stage"],
      message: `${item.stage} is no step of the ${item.type} ladder: ${steps.join(", ")}`,
    });
  }
  if ((item.sources.length === 0) !== isBroughtIn(item.id)) {
    ctx.addIssue({
      code: "custom",
      path: ["sources"],
      message: "an item of the source has its sentence, one that a unit brought in has none",
    });
  }
  if (item.origin !== undefined && !isBroughtIn(item.id)) {
    ctx.addIssue({
      code: "custom",
      path: ["origin"],
      message: "only an item that a unit brought in has an origin",
    });
  }
  const codes = item.regions.map((region) => region.code);
  if (new Set(codes).size !== codes.length) {
    ctx.addIssue({ code: "custom", path: ["regions"], message: "a region is named twice" });
  }
});
export type Item = z.infer<typeof zItemBody>;
