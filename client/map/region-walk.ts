import { useState } from "react";
import { nameIn } from "#domain/look/words.ts";
import { isPlannedCity, isWithin, leagueOf, PROVINCE_CODE, type Region } from "#domain/region.ts";
import type { View } from "#domain/view.ts";
import { regionWords } from "#geo/picture/words.ts";
import { isArrow, regionTowards } from "./map-keys.ts";
import type { MapProps } from "./map-props.ts";

type Walked = Pick<MapProps, "view" | "lang" | "regions" | "progress" | "onHover" | "onPickRegion">;
export type RegionWalk = {
  /** Code of the region that one stands on. */
  cursor: string | null;
  /** What is read aloud of it. */
  spoken: string;
  /** True where the key is the walk's: an arrow steps on, Enter goes in. Esc, the page's own, leads out again. */
  press: (key: string) => boolean;
};

/** Walking a map's regions by keyboard, over WebGL or over the picture: each is pointed at as by a mouse. */
export function useRegionWalk(props: Walked): RegionWalk {
  const [cursor, setCursor] = useState<string | null>(null);
  const press = (key: string): boolean => {
    if (isArrow(key)) {
      const among = walkable(props.view, props.regions);
      const next = regionTowards(key, startOf(cursor, props.view, among), among);
      setCursor(next);
      props.onHover(next === null ? null : { kind: "region", code: next });
      return true;
    }
    if (key !== "Enter" || cursor === null) return false;
    props.onPickRegion(cursor);
    return true;
  };
  return { cursor, spoken: cursor === null ? "" : spokenOf(cursor, props), press };
}

/** Regions that are filled and may be picked; by county, of a league drilled into its own. */
export function walkable({ level, region }: Pick<View, "level" | "region">, regions: readonly Region[]) {
  if (level === "league") return regions.filter((one) => one.level === "league" || isPlannedCity(one.code));
  const league = region === null || region === PROVINCE_CODE ? PROVINCE_CODE : (leagueOf(region) ?? region);
  return regions.filter((one) => one.level === "county" && isWithin(one.code, league));
}

/** Where one stood, or the league one has come out of, or where the view is. */
export function startOf(cursor: string | null, view: Pick<View, "region">, among: readonly Region[]) {
  const known = [cursor, cursor && leagueOf(cursor), view.region];
  return known.find((code) => among.some((one) => one.code === code)) ?? null;
}

function spokenOf(code: string, { view, lang, regions, progress }: Walked): string {
  const region = regions.find((one) => one.code === code);
  const rows = view.level === "county" ? [...progress.county, ...progress.reporting] : progress.reporting;
  const row = rows.find((one) => one.code === code);
  return region ? regionWords(nameIn(lang, region), row, view.measure, lang) : "";
}
