import { useTranslation } from "react-i18next";
import type { Filter } from "#domain/filter.ts";
import { BASIS_WORDS, SECTOR_WORDS, STAGE_WORDS, TYPE_WORDS } from "#domain/look/words.ts";
import { regionName } from "../../data/regions.ts";
import { useUnits } from "../../data/use-units.ts";
import { setView } from "../../view/address.ts";
import { isFiltered, without } from "../../view/change-filter.ts";
import { useLook, useView } from "../../view/use-view.ts";
import { useSay } from "../../words/use-say.ts";
import { Icon } from "../ui/icons.tsx";
import { CHIP_KEYS, listsEverything } from "./chips.ts";

/** What limits the list at the moment, each to be taken off by itself, and all at once. */
export function ActiveFilters() {
  const { t } = useTranslation();
  const view = useView();
  const describe = useDescribe();
  const keys = CHIP_KEYS.filter((key) => view.filter[key] !== undefined);
  if (!isFiltered(view.filter)) return null;
  return (
    <section className="chips" aria-label={t("side.active")}>
      <ul>
        {keys.map((key) => (
          <li key={key}>
            <button
              type="button"
              className="filter-chip"
              aria-label={t("side.remove", { name: describe(key) })}
              onClick={() => setView((now) => ({ filter: without(now.filter, key) }))}
            >
              <span>{describe(key)}</span>
              <Icon name="close" size={12} />
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="link" onClick={() => setView({ filter: {} })}>
        {t("side.clearAll")}
      </button>
    </section>
  );
}

function useDescribe(): (key: keyof Filter) => string {
  const { t } = useTranslation();
  const say = useSay();
  const { lang } = useLook();
  const { filter } = useView();
  const units = useUnits().data;
  const unitName = (id: string) => {
    const unit = units?.find((one) => one.id === id);
    return unit ? (lang === "en" ? unit.nameEn : unit.short) : id;
  };
  const names: Record<Exclude<keyof Filter, "text">, () => string[]> = {
    regions: () => (filter.regions ?? []).map((code) => regionName(code, lang)),
    types: () => (filter.types ?? []).map((type) => say(TYPE_WORDS[type])),
    stages: () => (filter.stages ?? []).map((stage) => say(STAGE_WORDS[stage])),
    sectors: () => (filter.sectors ?? []).map((sector) => say(SECTOR_WORDS[sector])),
    units: () => (filter.units ?? []).map(unitName),
    counterparts: () => (filter.counterparts ?? []).map(unitName),
    basis: () => (filter.basis ?? []).map((basis) => say(BASIS_WORDS[basis])),
    lights: () => (filter.lights ?? []).map((light) => t(`side.light_${light}`)),
  };
  const heads = {
    regions: t("side.regions"),
    types: t("side.types"),
    stages: t("side.stage"),
    sectors: t("side.sectors"),
    units: t("side.units"),
    counterparts: t("side.counterparts"),
    basis: t("side.basis"),
    lights: t("side.lights"),
  };
  return (key) => {
    if (key === "text") return t("side.text", { text: filter.text ?? "" });
    if (key === "types" && listsEverything(filter.types)) return t("side.withOffice");
    const values = names[key]();
    const [first] = values;
    const value =
      first === undefined
        ? t("side.emptyChoice")
        : values.length > 2
          ? t("side.andMore", { first, count: values.length })
          : values.join(lang === "en" ? ", " : "、");
    return t("side.chip", { name: heads[key], value });
  };
}
