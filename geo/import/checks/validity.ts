import { Clipper, FillRule } from "clipper2-ts";
import { ImportRefusal } from "../refusal.ts";
import type { County } from "./codes.ts";
import { largest, pathKm2, placeOf, sheetKm2, sheetOf, unionOf } from "./sheet.ts";

/** A hectare. A loop smaller than this is a digitising slip that the pipeline's cleaning closes. */
const LEAST_KM2 = 0.01;

/**
 * Refuses a polygon that does not say which ground it means: a ring that crosses itself (a bow tie), a hole outside
 * its shell, parts that lie on one another, or no ground at all.
 */
export function checkValidity(counties: readonly County[], names: ReadonlyMap<string, string>): void {
  for (const { code, geometry, where } of counties) {
    const sheet = sheetOf(geometry);
    const subject = `${code} ${names.get(code)} (${where})`;
    // Wound as they should be, shells and holes cover the ground exactly once: never less than 0 times.
    const inverted = largest(Clipper.union(sheet, FillRule.Negative));
    if (inverted && pathKm2(inverted) > LEAST_KM2) {
      throw new ImportRefusal(
        `${subject} crosses itself, or has a hole outside its shell, near ${placeOf(inverted)} (${pathKm2(inverted).toFixed(2)} km²): mend its geometry.`,
      );
    }
    const [once, counted] = [sheetKm2(unionOf([sheet])), sheetKm2(sheet)];
    if (counted - once > LEAST_KM2) {
      const part = largest(sheet);
      throw new ImportRefusal(
        `${subject} covers ${(counted - once).toFixed(2)} km² of its own ground twice${part ? ` (around ${placeOf(part)})` : ""}: dissolve its parts.`,
      );
    }
    if (once <= LEAST_KM2)
      throw new ImportRefusal(`${subject} has no ground: its area is ${once.toFixed(4)} km².`);
  }
}
