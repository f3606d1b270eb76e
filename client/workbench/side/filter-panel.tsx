import { Select } from "antd";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Basis } from "#domain/item.ts";
import { AntdFrame } from "../../look/antd-frame.tsx";
import { setView } from "../../view/address.ts";
import { withList } from "../../view/change-filter.ts";
import { useLook, useView } from "../../view/use-view.ts";
import { Icon } from "../ui/icons.tsx";
import { Failed } from "../ui/states.tsx";
import { CHOICE_KEYS, type ChoiceKey, useChoices } from "./use-choices.ts";

/** Every filter but the tree and the text: each any-of, with what it would leave. */
export function FilterPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { lang, theme } = useLook();
  const view = useView();
  const panel = useRef<HTMLElement>(null);
  const { choices, waiting, failed, retry } = useChoices();
  const heads: Record<ChoiceKey, string> = {
    types: t("side.types"),
    stages: t("side.stage"),
    sectors: t("side.sectors"),
    units: t("side.units"),
    counterparts: t("side.counterparts"),
    regions: t("side.inRegions"),
  };
  // The first stop, and no field: on a touch screen that would bring the keyboard up.
  useEffect(() => panel.current?.querySelector("button")?.focus(), []);
  const basis = view.filter.basis;
  const basisValue: Basis | "both" = basis?.length === 1 ? (basis[0] ?? "both") : "both";
  return (
    <AntdFrame lang={lang} theme={theme} popupContainer={() => panel.current ?? document.body}>
      <section ref={panel} className="filter-panel card" aria-label={t("side.filters")}>
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
        {failed.size > 0 && <Failed onRetry={retry} />}
        {CHOICE_KEYS.map((key) => (
          <Field key={key} name={heads[key]}>
            {(id) => (
              <Select
                id={id}
                mode="multiple"
                allowClear
                placeholder={t("side.any")}
                loading={waiting.has(key)}
                notFoundContent={t(
                  waiting.has(key) ? "shell.loading" : failed.has(key) ? "shell.failed" : "side.nothing",
                )}
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
    </AntdFrame>
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
