/** What a proposal says of an item, field by field. */
import type { InputIssue } from "#domain/error.ts";
import type { ItemDetail } from "#domain/query.ts";
import type { FieldPath } from "#domain/report/differences.ts";
import {
  EMPTY_PROPOSAL,
  PROPOSED_KINDS,
  type Proposal,
  type ProposalContent,
} from "#domain/report/proposal.ts";

/** In the order of the form. */
export const MASTER_FIELDS = [
  "title",
  "type",
  "stage",
  "sector",
  "regions",
  "units",
  "geometry",
  "figures",
] as const satisfies readonly (keyof ProposalContent)[];
export type MasterField = (typeof MASTER_FIELDS)[number];

/** A stage moves by reports, and a type stays what it is. */
const OF_NEW_ALONE: readonly MasterField[] = ["type", "stage"];
export const fieldsOf = (kind: Proposal["kind"]): readonly MasterField[] =>
  kind === "new" ? MASTER_FIELDS : MASTER_FIELDS.filter((field) => !OF_NEW_ALONE.includes(field));

/** What the form of a new item starts with: its unit is responsible for it, and it lies in its regions as a whole. */
export const newItemOf = (unit: string): ProposalContent => ({
  ...EMPTY_PROPOSAL,
  title: "",
  regions: [],
  units: [{ unit, role: "responsible", words: "" }],
  geometry: { kind: "area", places: [], points: [] },
  figures: [],
});

/** What a field starts with once it is to be changed: what the ledger says. */
export function asItIs(item: ItemDetail, field: MasterField): Partial<ProposalContent> {
  switch (field) {
    case "title":
      return { title: item.title };
    case "sector":
      return { sector: item.sector };
    case "regions":
      return { regions: item.regions.map(({ code }) => code) };
    case "units":
      return { units: item.units.map(({ unit, role, words }) => ({ unit, role, words })) };
    case "geometry":
      return {
        geometry: {
          kind: PROPOSED_KINDS.find((kind) => kind === item.geometry.kind) ?? "area",
          places: [...item.geometry.places],
          points: [],
        },
      };
    case "figures":
      return { figures: item.figures.map(({ value, unit, words, kind }) => ({ value, unit, words, kind })) };
    case "type":
    case "stage":
      return {};
  }
}

/** What is wrong at a field, for words to be made of. */
export type FaultKind =
  | "why"
  | "title"
  | "choose"
  | "regions"
  | "unit"
  | "figure"
  | "kind"
  | "name"
  | "at"
  | "error"
  | "nothing"
  | "other";
export type Fault = { path: FieldPath; kind: FaultKind };

/** Issues of the check, or of the server, as faults; paths start at the content's own fields. */
export const faultsIn = (issues: readonly InputIssue[], content: ProposalContent): Fault[] =>
  issues.map(({ path }) => {
    const own = path[0] === "content" ? path.slice(1) : path;
    const kind = kindOf(own, content);
    // Of what is chosen from a list in one control, the control is at fault.
    const depth = own[0] === "regions" ? 1 : own[1] === "places" ? 2 : own.length;
    return { path: own.slice(0, depth), kind };
  });

function kindOf(path: FieldPath, content: ProposalContent): FaultKind {
  const [field] = path;
  if (field === undefined) return "nothing";
  const last = path.at(-1);
  if (field === "why" || field === "title") return field;
  if (field === "geometry") {
    if (last === "kind" || last === "name" || last === "at") return last;
    return last === "errorKm" ? "error" : content.geometry === null ? "choose" : "other";
  }
  if (field === "regions") return "regions";
  if (field === "units") return "unit";
  if (field === "figures") return "figure";
  return "choose";
}
