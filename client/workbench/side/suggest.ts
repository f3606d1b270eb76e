import type { Region } from "#domain/region.ts";

const MAX_SUGGESTIONS = 7;
const LEVEL_ORDER = { province: 0, league: 1, county: 2 } as const;

/** How well a region answers to what was typed; null if it does not. Lower is better. */
function rank(region: Region, typed: string): number | null {
  const english = region.nameEn.toLowerCase();
  if (region.name === typed || region.code === typed || region.initials === typed) return 0;
  if (region.name.startsWith(typed) || region.code.startsWith(typed)) return 1;
  if (region.pinyin.startsWith(typed) || region.initials.startsWith(typed) || english.startsWith(typed))
    return 2;
  return region.name.includes(typed) || english.includes(typed) ? 3 : null;
}

/** Regions that what was typed may mean, by name, pinyin, initials or code: best first, leagues before counties. */
export function suggestRegions(regions: readonly Region[], typed: string): Region[] {
  const wanted = typed.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
  if (wanted === "") return [];
  return regions
    .map((region) => ({ region, rank: rank(region, wanted) }))
    .filter((one): one is { region: Region; rank: number } => one.rank !== null)
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        LEVEL_ORDER[a.region.level] - LEVEL_ORDER[b.region.level] ||
        (a.region.code < b.region.code ? -1 : 1),
    )
    .slice(0, MAX_SUGGESTIONS)
    .map((one) => one.region);
}
