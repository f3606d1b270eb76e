import type { Stage } from "#domain/stage.ts";
import type { seededApi } from "../../factories.ts";

type Api = Awaited<ReturnType<typeof seededApi>>;
export type RankingRow = {
  items: string;
  projects: string;
  policies: string;
  stages: Partial<Record<Stage, number>>;
};

/** What the API says of each of the 14 that report, as a table writes it: a nought is a dash. */
export async function rankingRows(api: Api): Promise<Map<string, RankingRow>> {
  const of = async (measure: "items" | "projects" | "policies") =>
    new Map((await api.progress.byRegion({ level: "reporting", measure })).map((row) => [row.code, row]));
  const [items, projects, policies] = await Promise.all([of("items"), of("projects"), of("policies")]);
  const names = new Map((await api.region.list()).map(({ code, name }) => [code, name]));
  const shown = (n = 0) => (n === 0 ? "—" : String(n));
  return new Map(
    [...items.values()].map(({ code, n }) => [
      names.get(code) ?? code,
      {
        items: shown(n),
        projects: shown(projects.get(code)?.n),
        policies: shown(policies.get(code)?.n),
        stages: projects.get(code)?.stages ?? {},
      },
    ]),
  );
}
