import { useTranslation } from "react-i18next";
import { ITEM_TYPES, isOfficeType } from "#domain/item.ts";
import { MEASURE_NOUN } from "#domain/measure.ts";
import { SORTS } from "#domain/sort.ts";
import { useFacet, useSummary } from "../../data/use-summary.ts";
import { setView } from "../../view/address.ts";
import { withList } from "../../view/change-filter.ts";
import { useListView } from "../../view/panel-view.ts";
import { listsEverything } from "../side/chips.ts";
import { ChoicePop } from "../ui/pop.tsx";

const COUNT_WORDS = { item: "list.items", project: "list.projects", policy: "list.policies" } as const;

export function ListHead({ total }: { total: number | null }) {
  const { t } = useTranslation();
  const view = useListView();
  const noun = MEASURE_NOUN[view.measure];
  const { by, descending } = view.sort;
  const statedOnly = view.filter.basis?.length === 1 && view.filter.basis[0] === "stated";
  const choices = SORTS.flatMap((sort) => [
    { value: sort as string, label: t(`list.sort-${sort}`) },
    ...(sort === "source"
      ? []
      : [{ value: `-${sort}`, label: `${t(`list.sort-${sort}`)} · ${t("list.descending")}` }]),
  ]);
  return (
    <div className="list-head">
      <h2 className="list-total" aria-live="polite">
        {total === null ? <span className="skeleton" /> : t(COUNT_WORDS[noun], { count: total })}
      </h2>
      <ChoicePop
        label={t("list.sort")}
        className="list-sort"
        shown={`${t(`list.sort-${by}`)}${descending ? ` · ${t("list.descending")}` : ""}`}
        choices={choices}
        chosen={`${descending ? "-" : ""}${by}`}
        onChoose={(value) => {
          const sort = SORTS.find((one) => one === value.replace("-", ""));
          if (sort) setView({ sort: { by: sort, descending: value.startsWith("-") } }, { replace: true });
        }}
      />
      <button
        type="button"
        role="switch"
        className="list-switch"
        aria-checked={!statedOnly}
        title={t("list.inferredSwitch")}
        onClick={() =>
          setView((now) => ({ filter: withList(now.filter, "basis", statedOnly ? [] : ["stated"]) }))
        }
      >
        {t("list.withInferred")}
        <span className="switch-track" aria-hidden="true" />
      </button>
    </div>
  );
}

/** Mechanisms and directives are listed on demand; no count of items ever holds them. */
export function OfficeSwitch() {
  const { t } = useTranslation();
  const view = useListView();
  const office = useFacet(view, "types").data?.counts.office ?? 0;
  const listed = view.filter.types?.some(isOfficeType) ?? false;
  const policies = useSummary(view).data !== undefined && MEASURE_NOUN[view.measure] !== "project";
  const all = listsEverything(view.filter.types);
  // With a choice of types of the reader's own, that choice decides.
  if (!policies || office === 0 || (view.filter.types !== undefined && !all)) return null;
  return (
    <label className="office-switch" title={t("list.officeHint")}>
      <input
        type="checkbox"
        checked={listed}
        onChange={() =>
          setView((now) => ({ filter: withList(now.filter, "types", listed ? [] : [...ITEM_TYPES]) }))
        }
      />
      {t("list.office", { count: office })}
    </label>
  );
}
