import { leagueOf, PROVINCE_CODE } from "#domain/region.ts";
import { areaKm2 } from "#geo/question/area-km2.ts";
import type { RegionShape } from "#geo/question/region-shape.ts";
import { ImportRefusal } from "../refusal.ts";
import { type County, listed } from "./codes.ts";
import { intersection, sheetKm2, sheetOf } from "./sheet.ts";

export type Difference = {
  code: string;
  name: string;
  presentKm2: number;
  newKm2: number;
  /** Of the present area, + where the new one is larger */
  percent: number;
  /** Share of the present ground that stays with the region, 0 to 100; null above counties */
  keptPercent: number | null;
};

/** A change of area up to this needs no confirmation. */
const MOST_PERCENT = 5;
/** A county that keeps less than this of its ground has another county's code, or another place's borders. */
const LEAST_KEPT_PERCENT = 50;

/** Counties, then leagues as their unions, then the whole: present against new, on the ellipsoid. */
export function differencesOf(
  counties: readonly County[],
  present: ReadonlyMap<string, RegionShape>,
  names: ReadonlyMap<string, string>,
): Difference[] {
  const rows = counties.flatMap((county): Difference[] => {
    const before = present.get(county.code);
    if (!before) return [];
    const kept = sheetKm2(intersection(sheetOf(before.geometry), sheetOf(county.geometry)));
    const row = difference(county.code, names, areaKm2(before.geometry), areaKm2(county.geometry));
    return [{ ...row, keptPercent: (100 * kept) / row.presentKm2 }];
  });
  const unions = (codeOf: (code: string) => string) =>
    [...Map.groupBy(rows, (row) => codeOf(row.code))].map(([code, parts]) => {
      const sum = (of: (row: Difference) => number) => parts.reduce((total, row) => total + of(row), 0);
      return difference(
        code,
        names,
        sum((row) => row.presentKm2),
        sum((row) => row.newKm2),
      );
    });
  return [...rows, ...unions((code) => leagueOf(code) ?? code), ...unions(() => PROVINCE_CODE)];
}

function difference(
  code: string,
  names: ReadonlyMap<string, string>,
  presentKm2: number,
  newKm2: number,
): Difference {
  const percent = 100 * (newKm2 / presentKm2 - 1);
  return { code, name: names.get(code) ?? code, presentKm2, newKm2, percent, keptPercent: null };
}

/** Refuses a county that lies elsewhere than it does, and one that grows or shrinks by more than 5 % unconfirmed. */
export function checkDifferences(rows: readonly Difference[], confirmed: boolean): void {
  const moved = rows.filter((row) => row.keptPercent !== null && row.keptPercent < LEAST_KEPT_PERCENT);
  if (moved.length > 0) {
    const list = listed(moved.map((row) => `${row.code} ${row.name} keeps ${row.keptPercent?.toFixed(0)} %`));
    throw new ImportRefusal(`The codes and the ground do not fit: of its present ground ${list}.`);
  }
  const changed = rows.filter((row) => row.keptPercent !== null && Math.abs(row.percent) > MOST_PERCENT);
  if (changed.length > 0 && !confirmed) {
    const list = listed(changed.map((row) => `${row.code} ${row.name} ${signed(row.percent)} %`));
    throw new ImportRefusal(
      `Areas would change by more than ${MOST_PERCENT} %: ${list}; if the new file is right, say --yes.`,
    );
  }
}

/** The table shown before a swap, a region a line; names last, since their width varies. */
export function differenceTable(rows: readonly Difference[]): string {
  const head = ["code", "present km²", "new km²", "change %", "kept %", "name"];
  const lines = rows.map((row) => [
    row.code,
    row.presentKm2.toFixed(1),
    row.newKm2.toFixed(1),
    signed(row.percent),
    row.keptPercent?.toFixed(1) ?? "",
    row.name,
  ]);
  const widths = [6, 12, 12, 9, 7];
  return [head, ...lines]
    .map((cells) => cells.map((cell, at) => cell.padStart(widths[at] ?? 0)).join("  "))
    .join("\n");
}

function signed(percent: number): string {
  const size = Math.abs(percent).toFixed(2);
  if (Number(size) === 0) return size;
  return `${percent > 0 ? "+" : "−"}${size}`;
}
