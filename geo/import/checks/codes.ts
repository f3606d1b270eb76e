import type { RegionShape } from "#geo/question/region-shape.ts";
import { codeOf, findCodeField } from "../code-field.ts";
import type { RawFeature } from "../layer.ts";
import { ImportRefusal } from "../refusal.ts";

/** A county of the file: its code, its ground, and the record it came from. */
export type County = RegionShape & { where: string };

const MOST_NAMED = 8;

/**
 * The file's counties by code, once each. `names` holds every county there must be: one that is unknown, twice
 * there or missing is refused by code, name and record.
 */
export function checkCodes(
  features: readonly RawFeature[],
  names: ReadonlyMap<string, string>,
  codeField: string | null,
): County[] {
  if (features.length === 0) throw new ImportRefusal("The file holds no record.");
  const field = findCodeField(features, codeField);
  const counties = new Map<string, County>();
  for (const { where, properties, geometry } of features) {
    const code = codeOf(properties[field]);
    if (code === null || !names.has(code)) {
      throw new ImportRefusal(
        `${where}: ${field} is ${JSON.stringify(properties[field]) ?? "missing"}, no county of Inner Mongolia; take records of other levels and provinces out.`,
      );
    }
    const first = counties.get(code);
    if (first) {
      throw new ImportRefusal(
        `${code} ${names.get(code)} is there twice, in ${first.where} and ${where}: merge its parts into one record.`,
      );
    }
    counties.set(code, { code, geometry, where });
  }
  const missing = [...names].filter(([code]) => !counties.has(code)).map(([code, name]) => `${code} ${name}`);
  if (missing.length > 0) {
    throw new ImportRefusal(
      `${missing.length} of ${names.size} counties ${missing.length === 1 ? "is" : "are"} missing: ${listed(missing)}.`,
    );
  }
  return [...counties.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The first few of a list, and how many more there are. */
export function listed(all: readonly string[], separator = ", "): string {
  const more = all.length - MOST_NAMED;
  return all.slice(0, MOST_NAMED).join(separator) + (more > 0 ? `${separator}and ${more} more` : "");
}
