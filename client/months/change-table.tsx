import { useTranslation } from "react-i18next";
import type { LightChanges } from "#domain/light/changes.ts";
import type { LightState } from "#domain/light/light-state.ts";
import { CHANGE_WORDS } from "#domain/light/words.ts";
import { STAGE_WORDS } from "#domain/look/words.ts";
import { Pages, usePages } from "../desk/pages.tsx";
import { PlainTable } from "../desk/plain-table.tsx";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { LightLabel } from "../look/light-mark.tsx";

/** What became of lights and stages between two months. */
export function ChangeTable({ changes }: { changes: LightChanges }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { shown, pages } = usePages(changes.items, `${changes.from} ${changes.to}`);
  return (
    <>
      <PlainTable heads={[t("months.changes.item"), t("months.changes.light"), t("months.changes.stage")]}>
        {shown.map(({ id, title, kinds, light, stage }) => (
          <tr key={id}>
            <td>
              <span lang="zh-CN">{title}</span>
              <div className="meta">{kinds.map((kind) => CHANGE_WORDS[kind][lang]).join(" · ")}</div>
            </td>
            <td>
              <FromTo from={light.from} to={light.to} />
            </td>
            <td>
              {stage.from === null || stage.from === stage.to
                ? STAGE_WORDS[stage.to][lang]
                : t("months.review.moved", {
                    from: STAGE_WORDS[stage.from][lang],
                    to: STAGE_WORDS[stage.to][lang],
                  })}
            </td>
          </tr>
        ))}
      </PlainTable>
      <Pages {...pages} />
    </>
  );
}

export function FromTo({ from, to }: { from: LightState | null; to: LightState | null }) {
  const { lang } = useDeskLook();
  if (from === to) return <LightLabel state={to} lang={lang} />;
  return (
    <span className="unit-chips">
      <LightLabel state={from} lang={lang} />
      <span aria-hidden="true">→</span>
      <LightLabel state={to} lang={lang} />
    </span>
  );
}
