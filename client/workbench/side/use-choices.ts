import { listedStages } from "#domain/count.ts";
import { ITEM_TYPES, SECTORS } from "#domain/item.ts";
import { nameIn, SECTOR_WORDS, STAGE_WORDS, TYPE_WORDS } from "#domain/look/words.ts";
import { STAGES } from "#domain/stage.ts";
import { regionName, regions } from "../../data/regions.ts";
import { useFacet } from "../../data/use-summary.ts";
import { useUnits } from "../../data/use-units.ts";
import { useLook, useView } from "../../view/use-view.ts";
import { useSay } from "../../words/use-say.ts";
import { type Choice, choice, counted } from "./choice.ts";

export const CHOICE_KEYS = ["types", "stages", "sectors", "units", "counterparts", "regions"] as const;
export type ChoiceKey = (typeof CHOICE_KEYS)[number];

export type Choices = {
  choices: Record<ChoiceKey, Choice[]>;
  /** Lists whose numbers, or members, are on their way; and those that did not come. */
  waiting: ReadonlySet<ChoiceKey>;
  failed: ReadonlySet<ChoiceKey>;
  /** Asks once more for all that did not come. */
  retry: () => void;
};

/** What each filter may be set to, with what it would leave. Without an answer a choice has no number. */
export function useChoices(): Choices {
  const say = useSay();
  const { lang } = useLook();
  const view = useView();
  const { filter } = view;
  const units = useUnits();
  const facets = {
    types: useFacet(view, "types"),
    stages: useFacet(view, "stages"),
    sectors: useFacet(view, "sectors"),
    units: useFacet(view, "units"),
    counterparts: useFacet(view, "counterparts"),
  };
  const countsOf = (key: keyof typeof facets) => facets[key].data?.counts;
  const stageCounts = countsOf("stages");
  const listed = stageCounts && listedStages(stageCounts, view.measure, filter.types);
  const unitChoices = (key: "units" | "counterparts") => {
    const counts = countsOf(key)?.[key];
    return counted(units.data ?? [], (unit) => unit.id, counts, filter[key])
      .sort((a, b) => (counts?.[b.id] ?? 0) - (counts?.[a.id] ?? 0))
      .map((unit) => choice(unit.id, nameIn(lang, unit), counts, unit.short));
  };
  const queriesOf = {
    types: [facets.types],
    stages: [facets.stages],
    sectors: [facets.sectors],
    units: [facets.units, units],
    counterparts: [facets.counterparts, units],
    regions: [],
  } satisfies Record<ChoiceKey, { isPending: boolean; isError: boolean }[]>;
  const having = (is: "isPending" | "isError") =>
    new Set(CHOICE_KEYS.filter((key) => queriesOf[key].some((query) => query[is])));

  return {
    choices: {
      types: ITEM_TYPES.map((type) => choice(type, say(TYPE_WORDS[type]), countsOf("types")?.types)),
      stages: counted(STAGES, (stage) => stage, listed, filter.stages).map((stage) =>
        choice(stage, say(STAGE_WORDS[stage]), listed),
      ),
      sectors: counted(SECTORS, (sector) => sector, countsOf("sectors")?.sectors, filter.sectors).map(
        (sector) => choice(sector, say(SECTOR_WORDS[sector]), countsOf("sectors")?.sectors),
      ),
      units: unitChoices("units"),
      counterparts: unitChoices("counterparts"),
      regions: regions
        .filter((region) => region.level !== "province")
        .map((region) =>
          choice(
            region.code,
            regionName(region.code, lang),
            undefined,
            `${region.pinyin} ${region.initials} ${region.name}`,
          ),
        ),
    },
    waiting: having("isPending"),
    failed: having("isError"),
    retry: () => {
      for (const query of [...Object.values(facets), units]) if (query.isError) void query.refetch();
    },
  };
}
