import { ConfigProvider, Select } from "antd";
import enUS from "antd/es/locale/en_US.js";
import zhCN from "antd/es/locale/zh_CN.js";
import { type ReactNode, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { listedStages } from "#domain/count.ts";
import { type Basis, ITEM_TYPES, SECTORS } from "#domain/item.ts";
import { nameIn, SECTOR_WORDS, STAGE_WORDS, TYPE_WORDS } from "#domain/look/words.ts";
import type { Summary } from "#domain/query.ts";
import { STAGES } from "#domain/stage.ts";
import { regionName, regions } from "../../data/regions.ts";
import { useFacet } from "../../data/use-summary.ts";
import { useUnits } from "../../data/use-units.ts";
import { setView } from "../../view/address.ts";
import { withList } from "../../view/change-filter.ts";
import { useLook, useView } from "../../view/use-view.ts";
import { useSay } from "../../words/use-say.ts";
import { Icon } from "../ui/icons.tsx";
import { antdTheme } from "./antd-theme.ts";

type Key = "regions" | "types" | "stages" | "sectors" | "units" | "counterparts";
type Choice = { value: string; label: string; search: string };

/** From `es`: English is antd's own default, so this is the copy that it has already. */
const ANTD_WORDS = { en: enUS, "zh-CN": zhCN } as const;

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

/** Every filter but the tree and the text: each any-of, with what it would leave. */
export function FilterPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { lang, theme } = useLook();
  const view = useView();
  const panel = useRef<HTMLElement>(null);
  const choices = useChoices();
  const heads: Record<Key, string> = {
    types: t("side.types"),
    stages: t("side.stage"),
    sectors: t("side.sectors"),
    units: t("side.units"),
    counterparts: t("side.counterparts"),
    regions: t("side.inRegions"),
  };
  const basis = view.filter.basis;
  const basisValue: Basis | "both" = basis?.length === 1 ? (basis[0] ?? "both") : "both";
  return (
    <ConfigProvider
      locale={ANTD_WORDS[lang]}
      theme={antdTheme(theme)}
      {...(nonce ? { csp: { nonce } } : {})}
      getPopupContainer={() => panel.current ?? document.body}
    >
      <section
        ref={panel}
        className="filter-panel card"
        aria-label={t("side.filters")}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.defaultPrevented) return;
          event.preventDefault();
          onClose();
        }}
      >
        <div className="filter-head">
          <h2>{t("side.filters")}</h2>
          <button
            type="button"
            className="control square plain"
            aria-label={t("shell.close")}
            onClick={onClose}
          >
            <Icon name="close" size={16} />
          </button>
        </div>
        {(["types", "stages", "sectors", "units", "counterparts", "regions"] as const).map((key) => (
          <Field key={key} name={heads[key]}>
            {(id) => (
              <Select
                id={id}
                mode="multiple"
                allowClear
                placeholder={t("side.any")}
                notFoundContent={t("side.nothing")}
                maxTagCount="responsive"
                style={{ width: "100%" }}
                value={(view.filter[key] ?? []) as string[]}
                options={choices[key]}
                showSearch={{
                  filterOption: (typed, option) => option?.search.includes(typed.toLowerCase()) ?? false,
                }}
                onChange={(values: string[]) =>
                  setView((now) => ({ filter: withList(now.filter, key, values as never), item: null }))
                }
              />
            )}
          </Field>
        ))}
        <Field name={t("side.basis")}>
          {(id) => (
            <Select
              id={id}
              style={{ width: "100%" }}
              value={basisValue}
              options={[
                { value: "both", label: t("side.basisBoth") },
                { value: "stated", label: t("side.basisStated") },
                { value: "inferred", label: t("side.basisInferred") },
              ]}
              onChange={(value: Basis | "both") =>
                setView((now) => ({ filter: withList(now.filter, "basis", value === "both" ? [] : [value]) }))
              }
            />
          )}
        </Field>
      </section>
    </ConfigProvider>
  );
}

function Field({ name, children }: { name: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="filter-field">
      <label htmlFor={id}>{name}</label>
      {children(id)}
    </div>
  );
}

function useChoices(): Record<Key, Choice[]> {
  const say = useSay();
  const { lang } = useLook();
  const view = useView();
  const units = useUnits().data ?? [];
  const counts = {
    types: useFacet(view, "types").data?.counts.types,
    stages: useFacet(view, "stages").data?.counts,
    sectors: useFacet(view, "sectors").data?.counts.sectors,
    units: useFacet(view, "units").data?.counts.units,
    counterparts: useFacet(view, "counterparts").data?.counts.counterparts,
  };
  const listed = counts.stages ? listedStages(counts.stages, view.measure, view.filter.types) : {};
  const choice = (value: string, name: string, count: number | undefined, words = ""): Choice => ({
    value,
    label: count === undefined ? name : `${name}  ${count}`,
    search: `${name} ${words} ${value}`.toLowerCase(),
  });
  const unitChoices = (of: Summary["counts"]["units"] | undefined, chosen: readonly string[] | undefined) =>
    units
      .filter((unit) => (of?.[unit.id] ?? 0) > 0 || chosen?.includes(unit.id))
      .sort((a, b) => (of?.[b.id] ?? 0) - (of?.[a.id] ?? 0))
      .map((unit) => choice(unit.id, nameIn(lang, unit), of?.[unit.id] ?? 0, unit.short));
  return {
    types: ITEM_TYPES.map((type) => choice(type, say(TYPE_WORDS[type]), counts.types?.[type] ?? 0)),
    stages: STAGES.filter((stage) => listed[stage] || view.filter.stages?.includes(stage)).map((stage) =>
      choice(stage, say(STAGE_WORDS[stage]), listed[stage] ?? 0),
    ),
    sectors: SECTORS.filter(
      (sector) => (counts.sectors?.[sector] ?? 0) > 0 || view.filter.sectors?.includes(sector),
    ).map((sector) => choice(sector, say(SECTOR_WORDS[sector]), counts.sectors?.[sector] ?? 0)),
    units: unitChoices(counts.units, view.filter.units),
    counterparts: unitChoices(counts.counterparts, view.filter.counterparts),
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
  };
}
