import { nameIn } from "#domain/look/words.ts";
import { OFFICE_UNIT, type Unit } from "#domain/unit.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";

/** Units that work can be given to: those that file, and the office itself. */
export const choosable = (units: readonly Unit[]): Unit[] =>
  units.filter(({ id, files }) => files || id === OFFICE_UNIT);

/** What a choice of units offers. */
export function useUnitOptions(units: readonly Unit[]): { value: string; label: string }[] {
  const { lang } = useDeskLook();
  return choosable(units).map((unit) => ({ value: unit.id, label: nameIn(lang, unit) }));
}
