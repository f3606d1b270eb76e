import type { RankingFact } from "#domain/brief/facts.ts";
import { type LedgerNames, regionIn } from "#domain/export/record.ts";
import { PALETTE } from "#domain/look/palette.ts";
import type { Language } from "#domain/look/words.ts";
import { boundsOf, classOf, type Measure, type ValueClass } from "#domain/measure.ts";
import type { RegionProgress } from "#domain/query.ts";
import { isPlannedCity, isWithin, leagueOf } from "#domain/region.ts";
import type { View } from "#domain/view.ts";
import { valueText } from "#geo/picture/words.ts";

type Ask = (level: "reporting" | "county", measure: Measure) => Promise<RegionProgress[]>;

function colorOf(cls: ValueClass): string | null {
  const { ramp, zero } = PALETTE.light;
  return cls === "none" ? null : cls === "zero" ? zero : ramp[cls];
}

/**
 * The 14 that report, by their items, a planned city under its league; of a region drilled into, its counties
 * that have any.
 */
export async function rankingFacts(
  ask: Ask,
  view: Pick<View, "region" | "measure" | "level">,
  names: LedgerNames,
  lang: Language,
): Promise<RankingFact[]> {
  const { region, measure } = view;
  const level = region === null ? "reporting" : "county";
  // By county the map shows no league in a colour of its own, nor a county by league.
  const filled = (level === "county") === (view.level === "county");
  const [items, projects, policies, measured] = await Promise.all([
    ask(level, "items"),
    ask(level, "projects"),
    ask(level, "policies"),
    ask(level, measure),
  ]);
  const at = (rows: readonly RegionProgress[], code: string) => rows.find((row) => row.code === code);
  const bounds = boundsOf({ measure, level: level === "county" ? "county" : "league" }, measured);
  const facts = items.map(({ code, n }): RankingFact => {
    const value = at(measured, code)?.value ?? null;
    const cls = classOf(value, bounds);
    return {
      code,
      name: regionIn(lang, names, code).replace("Autonomous", "Aut."),
      within: level === "reporting" && isPlannedCity(code),
      items: n,
      projects: at(projects, code)?.n ?? 0,
      policies: at(policies, code)?.n ?? 0,
      projectStages: at(projects, code)?.stages ?? {},
      value: valueText(value, measure),
      color: filled ? colorOf(cls) : undefined,
    };
  });
  const byItems = (a: RankingFact, b: RankingFact) =>
    b.items - a.items || b.projects - a.projects || (a.code < b.code ? -1 : 1);
  if (region !== null) {
    return facts.filter(({ code, items: n }) => n > 0 && isWithin(code, region)).sort(byItems);
  }
  const leagues = facts.filter((one) => !one.within).sort(byItems);
  return leagues.flatMap((league) => [
    league,
    ...facts.filter((one) => one.within && leagueOf(one.code) === league.code),
  ]);
}
