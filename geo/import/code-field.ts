import { zRegionCode } from "#domain/region.ts";
import type { RawFeature } from "./layer.ts";
import { ImportRefusal } from "./refusal.ts";

/** Attribute names under which agencies and map services keep the code, likeliest first; case does not matter. */
const CODE_FIELDS = [
  "code",
  "adcode",
  "xzqdm",
  "xzqhdm",
  "xzdm",
  "pac",
  "gb",
  "county_code",
  "countycode",
  "xian_code",
  "区划代码",
  "行政区划代码",
  "行政区代码",
  "县代码",
  "id",
];

/** The attribute that holds the codes: the one asked for, else the first known name of which any record has a code. */
export function findCodeField(features: readonly RawFeature[], asked: string | null): string {
  const names = [...new Set(features.flatMap((feature) => Object.keys(feature.properties)))];
  if (asked !== null) {
    if (names.includes(asked)) return asked;
    throw new ImportRefusal(`The file has no attribute "${asked}"; its attributes are: ${names.join(", ")}.`);
  }
  for (const known of CODE_FIELDS) {
    const name = names.find((one) => one.toLowerCase() === known);
    if (name !== undefined && features.some((feature) => codeOf(feature.properties[name]) !== null))
      return name;
  }
  throw new ImportRefusal(
    `No attribute holds GB/T 2260 codes from 15; the attributes are: ${names.join(", ") || "none"}; say which with --code-field.`,
  );
}

/**
 * The six-digit code in an attribute's value, null if there is none. Numbers are taken; so are the 9 digits of the
 * national base maps (156 for China before it) and the 12 of the statistical code (six zeros after it).
 */
export function codeOf(value: unknown): string | null {
  const text = String(value ?? "")
    .trim()
    .replace(/\.0+$/, "");
  const [, six] = /^(?:156)?(\d{6})(?:0{6})?$/.exec(text) ?? [];
  return six !== undefined && zRegionCode.safeParse(six).success ? six : null;
}
