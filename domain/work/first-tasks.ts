import type { Item } from "../item.ts";
import type { Unit } from "../unit.ts";
import type { TaskContent } from "./task.ts";

/** Collectives of the source whose members the ledger knows, as kinds of units: 各地区, 各盟市, 各部门. */
const MEMBERS: Record<string, readonly Unit["kind"][]> = {
  "group-areas": ["league", "planned-city"],
  "group-leagues": ["league"],
  "group-departments": ["department"],
};

/**
 * The tasks that the source itself sets with a deadline, each due unit's one by one. Of 各部门 those that the source
 * names, for the others are not invented; where it names no members at all (各重点工作牵头部门) there is one task for
 * whom its words mean.
 */
export function firstTasks(items: readonly Item[], units: readonly Unit[]): TaskContent[] {
  return items.flatMap((item) => {
    if (item.type !== "directive") return [];
    const deadline = item.dates.find(({ kind, due }) => kind === "deadline" && due !== null);
    const clause = item.sources[0];
    if (deadline === undefined || clause === undefined) return [];
    const responsible = item.units.filter(({ role }) => role === "responsible");
    const leads = responsible.flatMap(({ unit: id }) => membersOf(id, units));
    const task = (lead: string | null): TaskContent => ({
      title: item.title,
      goal: clause.quote,
      lead,
      leadWords: lead === null ? [...new Set(responsible.map(({ words }) => words))].join("、") : null,
      helpers: [],
      due: deadline.due,
      dueWords: deadline.words,
      origin: { kind: "clause", item: item.id },
      items: [],
    });
    return leads.length === 0 ? [task(null)] : leads.map((lead) => task(lead));
  });
}

function membersOf(id: string, units: readonly Unit[]): string[] {
  const kinds = MEMBERS[id];
  const members = units.filter(({ files, kind, id: own }) => files && (kinds?.includes(kind) ?? own === id));
  return members.map((unit) => unit.id);
}
