import { markColor } from "#domain/look/marks.ts";
import { nameIn } from "#domain/look/words.ts";
import { MEASURE_UNIT } from "#domain/measure.ts";
import type { RegionProgress } from "#domain/query.ts";
import { isPlannedCity, isWithin, leagueOf } from "#domain/region.ts";
import { isLeagueNamed } from "../afar/named.ts";
import { FILL_LEVELS } from "../drawn/clusters.ts";
import { mixOf, showsBars } from "../drawn/mix.ts";
import { COUNTY_ZOOM } from "./around.ts";
import type { Frame } from "./frame.ts";
import type { Wording } from "./input.ts";
import { inside, type Label, type Wanted } from "./labels.ts";
import { byRoom, leagueName } from "./league-names.ts";
import { near, type TextBlock } from "./placement.ts";
import { afterValue, valueText } from "./words.ts";

/** Of counties bars show from here. */
const COUNTY_BAR_ZOOM = 6;

/** The twelve. */
export function leagueLabels(drawing: Wording, frame: Frame, zoom: number): Wanted[] {
  const { palette, theme, view, lang } = drawing;
  const named = byRoom(drawing.regions).filter((region) => isLeagueNamed(view, region));
  return named.flatMap((region) => {
    const { at, leader, forms, spots } = leagueName(region, zoom, {
      name: nameIn(lang, region),
      value: drawing.written(region.code),
      after: drawing.after(region.code),
      counted: MEASURE_UNIT[view.measure] === "count",
      lang,
      afar: view.afar,
      ...(view.level === "league" ? barOf(drawing, region.code) : {}),
    });
    if (view.region !== null && !inside(frame, at, -0.02)) return [];
    const [block, ...shorter] = forms;
    const cls = drawing.filled.get(region.code)?.cls;
    // On the two lightest golds of the dark theme white would not read: navy, with the fill as its halo.
    const onGold = theme === "dark" && view.level === "league" && !leader && (cls === 3 || cls === 4);
    const label: Label = {
      kind: "league",
      id: region.code,
      at,
      block,
      color: onGold ? palette.halo : palette.label,
      halo: onGold && typeof cls === "number" ? palette.ramp[cls] : palette.halo,
      serif: false,
      ...(leader ? { leader: leader.from } : {}),
    };
    return [
      {
        label,
        shorter,
        spots,
        // Nearer than overview a name at the window's edge would be cut: it may be left out.
        always: view.camera === null && (view.region === null || region.code === view.region),
      },
    ];
  });
}

/** The stages of a region's items as a bar, where bars are drawn. */
function barOf({ view, theme, row }: Wording, code: string): Pick<TextBlock, "bar"> {
  const mix = showsBars(view) ? mixOf(row(code)?.stages ?? {}) : "";
  if (mix === "") return {};
  const counts = mix.split(".").map(Number);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const bar = counts.flatMap((count, index) => {
    const level = FILL_LEVELS[index] ?? null;
    return count === 0
      ? []
      : [{ share: count / total, color: markColor(theme, level), outlined: level === null }];
  });
  return { bar };
}

export function countyLabels(drawing: Wording, frame: Frame, zoom: number): Wanted[] {
  const { palette, view, theme, lang } = drawing;
  if (zoom < COUNTY_ZOOM) return [];
  const rank = (code: string) =>
    (view.region !== null && isWithin(code, view.region) ? 0 : 4) +
    (drawing.filled.get(code)?.value || drawing.progress.county.find((row) => row.code === code)?.value
      ? 0
      : 1);
  return (
    drawing.regions
      .filter(({ level, anchor }) => level === "county" && inside(frame, anchor, view.camera ? 1 : 0))
      // A planned city is named at its port; twice would be once too often.
      .filter(({ code }) => !(isPlannedCity(code) && drawing.on.has("ports")))
      .toSorted((a, b) => rank(a.code) - rank(b.code) || a.code.localeCompare(b.code))
      .map((region) => {
        const filledBy = view.level === "county" ? region.code : (leagueOf(region.code) ?? "");
        const cls = drawing.filled.get(filledBy)?.cls;
        const strong = cls === 3 || cls === 4;
        const onGold = theme === "dark" && strong;
        const row = view.level === "county" ? drawing.row(region.code) : undefined;
        const label: Label = {
          kind: "county",
          id: region.code,
          at: region.anchor,
          block: {
            lines: wrapped(nameIn(lang, region)).map((text, index, { length }) => [
              { text: index === length - 1 ? text + countyValue(row, drawing) : text, size: 0.63 },
            ]),
            spacing: 0.03,
            leading: 1.2,
            ...(view.level === "county" && zoom >= COUNTY_BAR_ZOOM ? barOf(drawing, region.code) : {}),
          },
          color: onGold ? palette.halo : strong && theme === "light" ? palette.ink : palette.labelCounty,
          halo: onGold && typeof cls === "number" ? palette.ramp[cls] : palette.halo,
          serif: false,
        };
        return { label, spots: near([0.5, 1]), always: false };
      })
  );
}

/** After a county's name, where counties are filled and it has items: its value, and of a share its n. */
function countyValue(row: RegionProgress | undefined, { on, view, lang }: Wording): string {
  if (!row?.n || row.value === null || !on.has("progress")) return "";
  const n = MEASURE_UNIT[view.measure] === "share" ? ` ${afterValue(row, view.measure, lang)}` : "";
  return ` ${valueText(row.value, view.measure)}${n}`;
}

/** A long name on two lines, halved: 达尔罕茂明 / 安联合旗; English at the space nearest the middle. */
export function wrapped(name: string): string[] {
  if (/[a-z]/i.test(name)) {
    if (name.length < 12) return [name];
    const spaces = [...name.matchAll(/ /g)].map((found) => found.index);
    const middle = spaces.toSorted(
      (a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2),
    )[0];
    return middle === undefined ? [name] : [name.slice(0, middle), name.slice(middle + 1)];
  }
  const characters = [...name];
  if (characters.length <= 5) return [name];
  const half = Math.ceil(characters.length / 2);
  return [characters.slice(0, half).join(""), characters.slice(half).join("")];
}
