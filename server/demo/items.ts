import type { Item } from "#domain/item.ts";
import { monthAfter } from "#domain/month.ts";
import { DEMO_FIRST } from "./months.ts";
import { courseOf } from "./progress.ts";
import type { DemoProject } from "./projects.ts";

export const demoId = (n: number): string => `N-${String(n + 1).padStart(4, "0")}`;

/** A made-up project as the record of an item that no source speaks of. */
export function demoItem(project: DemoProject, n: number): Item {
  const id = demoId(n);
  const { begins } = courseOf(id, project);
  return {
    id,
    type: "project",
    parent: null,
    title: project.title,
    stage: begins < DEMO_FIRST ? "construction" : begins < monthAfter(DEMO_FIRST, 3) ? "approved" : "planned",
    stageWords: "演示数据",
    stageBasis: "explicit",
    stageNote: null,
    sector: project.sector,
    sectorWords: project.sectorWords,
    regions: [{ code: project.region, basis: "stated" }],
    units: [],
    figures: [
      {
        value: project.total / 10_000,
        unit: "亿元",
        words: `总投资${project.total / 10_000}亿元`,
        kind: "exact",
        period: null,
        note: null,
      },
    ],
    dates: [],
    geometry: { kind: "area", places: [], corridors: [], laterCorridors: [], note: null },
    sources: [],
    children: [],
    relations: [],
    note: null,
    later: [],
  };
}
