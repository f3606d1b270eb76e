import { z } from "zod";
import type { InputIssue } from "../error.ts";
import { FIGURE_KINDS, type Item, LADDER_OF, UNIT_ROLES, zItemId, zItemType, zSector } from "../item.ts";
import { SECTOR_WORDS, STAGE_WORDS } from "../look/words.ts";
import { zMonth } from "../month.ts";
import { zRegionCode } from "../region.ts";
import { ladderSteps, zStage } from "../stage.ts";
import { MOST_TEXT, zReportId, zReportState } from "./report.ts";

/** A place that no record has yet: WGS 84, lon lat, and how far it may be off. */
export const zProposedPoint = z.strictObject({
  name: z.string().max(80),
  nameEn: z.string().max(80).nullable(),
  at: z.tuple([z.number(), z.number()]),
  errorKm: z.number(),
});

/** No line is proposed: lines are surveyed, and come with the map's own data. */
export const PROPOSED_KINDS = ["area", "point", "points"] as const;

/**
 * What a unit proposes of an item: null is "as it is", for a new item "not said yet". Type and stage are of a new item
 * alone; a stage moves by reports.
 */
export const zProposalContent = z.strictObject({
  why: z.string().max(MOST_TEXT),
  title: z.string().max(300).nullable(),
  type: zItemType.nullable(),
  stage: zStage.nullable(),
  sector: zSector.nullable(),
  regions: z.array(zRegionCode).max(30).nullable(),
  /** `words`: as the record names it; empty is the unit's own name. */
  units: z
    .array(z.strictObject({ unit: z.string().max(80), role: z.enum(UNIT_ROLES), words: z.string().max(200) }))
    .max(40)
    .nullable(),
  geometry: z
    .strictObject({
      kind: z.enum(PROPOSED_KINDS),
      /** Of the ledger's own places. */
      places: z.array(z.string().max(80)).max(40),
      points: z.array(zProposedPoint).max(40),
    })
    .nullable(),
  figures: z
    .array(
      z.strictObject({
        value: z.number().nullable(),
        unit: z.string().max(40),
        words: z.string().max(200),
        kind: z.enum(FIGURE_KINDS),
      }),
    )
    .max(40)
    .nullable(),
});
export type ProposalContent = z.infer<typeof zProposalContent>;

/** Nothing said yet: of an item that is changed, all as it is. */
export const EMPTY_PROPOSAL: ProposalContent = {
  why: "",
  title: null,
  type: null,
  stage: null,
  sector: null,
  regions: null,
  units: null,
  geometry: null,
  figures: null,
};

export const PROPOSAL_KINDS = ["new", "change"] as const;
export const zProposal = z.strictObject({
  id: zReportId,
  kind: z.enum(PROPOSAL_KINDS),
  /** Of a new item null until it is published. */
  item: zItemId.nullable(),
  unit: z.string(),
  month: zMonth,
  state: zReportState,
  content: zProposalContent,
  edition: z.int().min(1),
  editedBy: z.string(),
  editedAt: z.string(),
});
export type Proposal = z.infer<typeof zProposal>;

export type Known = {
  regions: ReadonlySet<string>;
  units: ReadonlyMap<string, string>;
  places: ReadonlySet<string>;
};

/** Degrees, WGS 84: a box around Inner Mongolia; what lies outside is a slip, such as lat before lon. */
const BOX = { west: 97, south: 37, east: 127, north: 54 };

/** What is wrong with a proposal that is to be handed in. @param item the one it changes, null for a new one */
export function proposalIssues(content: ProposalContent, item: Item | null, known: Known): InputIssue[] {
  const issues: InputIssue[] = [];
  const say = (path: InputIssue["path"], message: string) => issues.push({ path, message });
  const { title, type, stage, sector, regions, units, geometry, figures } = content;
  if (content.why.trim() === "") say(["why"], "expected the reason");
  if (title !== null && title.trim() === "") say(["title"], "expected a title");
  if (item === null) {
    for (const field of ["title", "type", "stage", "sector", "regions", "geometry"] as const) {
      if (content[field] === null) say([field], "expected for a new item");
    }
    const steps: readonly string[] = type === null ? [] : ladderSteps(LADDER_OF[type]);
    if (type !== null && stage !== null && !steps.includes(stage))
      say(["stage"], `expected one of ${steps.join(", ")}`);
  } else {
    for (const field of ["type", "stage"] as const)
      if (content[field] !== null) say([field], "no proposal changes it");
    const changed = [title, sector, regions, units, geometry, figures].some((field) => field !== null);
    if (!changed) say([], "nothing is changed");
    if (geometry !== null && item.geometry.corridors.length > 0)
      say(["geometry"], "an item that is a line stays one");
  }
  if (regions !== null) {
    if (regions.length === 0) say(["regions"], "expected a region");
    if (new Set(regions).size !== regions.length) say(["regions"], "a region is named twice");
    regions.forEach((code, at) => {
      if (!known.regions.has(code)) say(["regions", at], `no region has the code ${code}`);
    });
  }
  units?.forEach(({ unit }, at) => {
    if (!known.units.has(unit)) say(["units", at, "unit"], `no unit has the id ${unit}`);
  });
  figures?.forEach(({ words }, at) => {
    if (words.trim() === "") say(["figures", at, "words"], "expected the figure in words");
  });
  return geometry === null ? issues : [...issues, ...geometryIssues(geometry, known)];
}

function geometryIssues(
  { kind, places, points }: NonNullable<ProposalContent["geometry"]>,
  known: Known,
): InputIssue[] {
  const n = places.length + points.length;
  const isRight = kind === "area" ? n === 0 : kind === "point" ? n === 1 : n >= 2;
  const path = (...more: (string | number)[]) => ["geometry", ...more];
  return [
    ...(isRight ? [] : [{ path: path("kind"), message: `${n} places are no ${kind}` }]),
    ...places.flatMap((place, at) =>
      known.places.has(place) ? [] : [{ path: path("places", at), message: `no place has the id ${place}` }],
    ),
    ...points.flatMap(({ name, at: [lon, lat], errorKm }, at) => [
      ...(name.trim() === "" ? [{ path: path("points", at, "name"), message: "expected a name" }] : []),
      ...(lon >= BOX.west && lon <= BOX.east && lat >= BOX.south && lat <= BOX.north
        ? []
        : [{ path: path("points", at, "at"), message: "expected lon and lat within Inner Mongolia" }]),
      ...(errorKm > 0 && errorKm <= 200
        ? []
        : [{ path: path("points", at, "errorKm"), message: "expected more than 0 and at most 200 km" }]),
    ]),
  ];
}

/** Ids of the places that a proposal's points become, in their order. */
export const pointIds = (proposal: string, content: ProposalContent): string[] =>
  (content.geometry?.points ?? []).map((_, at) => `pl-p-${proposal}-${at + 1}`);

/** An item with what a proposal changes of it. */
export function changedBy(item: Item, { id, content }: Pick<Proposal, "id" | "content">): Item {
  const { title, sector, regions, units, geometry, figures } = content;
  return {
    ...item,
    ...(title === null ? {} : { title: title.trim() }),
    ...(sector === null ? {} : { sector, sectorWords: SECTOR_WORDS[sector]["zh-CN"] }),
    ...(regions === null ? {} : { regions: regions.map((code) => ({ code, basis: "stated" as const })) }),
    ...(units === null ? {} : { units: units.map((unit) => ({ ...unit, basis: "stated" as const })) }),
    ...(geometry === null
      ? {}
      : {
          geometry: {
            kind: geometry.kind,
            places: [...geometry.places, ...pointIds(id, content)],
            corridors: [],
            laterCorridors: item.geometry.laterCorridors,
            note: null,
          },
        }),
    ...(figures === null ? {} : { figures: figures.map((one) => ({ ...one, period: null, note: null })) }),
  };
}

/**
 * The first record of an item that a unit proposed: it has no sentence of the source.
 * @throws Error for a proposal that was never checked
 */
export function itemOf(proposal: Proposal, unitName: string): Item {
  const { item: id, unit, month, content } = proposal;
  const { title, type, stage, sector } = content;
  if (id === null || title === null || type === null || stage === null || sector === null) {
    throw new Error(`the proposal ${proposal.id} is not whole`);
  }
  const bare: Item = {
    id,
    type,
    parent: null,
    title,
    stage,
    stageWords: STAGE_WORDS[stage]["zh-CN"],
    stageBasis: "reported",
    stageNote: null,
    sector,
    sectorWords: SECTOR_WORDS[sector]["zh-CN"],
    regions: [],
    units: [],
    figures: [],
    dates: [],
    geometry: { kind: "area", places: [], corridors: [], laterCorridors: [], note: null },
    sources: [],
    origin: { unit, unitName, month },
    children: [],
    relations: [],
    note: null,
    later: [],
  };
  return changedBy(bare, proposal);
}
