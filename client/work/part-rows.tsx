import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { MOST_GOAL } from "#domain/work/task.ts";
import { Rows } from "../proposals/rows.tsx";
import type { FieldWord, WorkFault } from "./face.ts";
import type { WorkNames } from "./use-work-names.ts";
import { WorkDay, WorkText, WorkUnit, WorkUnits } from "./work-controls.tsx";

/** What is to be done, by whom and by when: a decision of a meeting, and every part that can become a task. */
type Row = { words: string; lead: string | null; helpers: string[]; due: string | null };

/** Rows of what is to be done. `field` is the content's, and what each is called is among the words of `work.part`. */
export function PartRows<R extends Row>(props: {
  field: "decisions" | "grants" | "findings" | "entries" | "measures";
  /** What the words of a row are called. */
  words: FieldWord;
  most?: number;
  rows: readonly R[];
  fresh: R;
  names: WorkNames;
  /** Units that may be set to do it; every one where this is left out. */
  leads?: WorkNames["units"];
  faults: readonly WorkFault[];
  onChange: (rows: R[]) => void;
  /** What a row says beside that. */
  children?: (row: R, put: (change: Partial<R>) => void, place: number) => ReactNode;
}) {
  const { field, words, most, leads, rows, fresh, names, faults, onChange, children } = props;
  const { t } = useTranslation();
  const shared = { names, faults };
  return (
    <section className="wide" aria-label={t(`work.field.${field}`)}>
      <h4>{t(`work.field.${field}`)}</h4>
      <Rows
        name={field}
        {...(most === undefined ? {} : { most })}
        rows={rows}
        fresh={fresh}
        add={t(`work.part.${field}.add`)}
        called={(n) => t(`work.part.${field}.of`, { n })}
        onChange={onChange}
      >
        {(row, put, place) => {
          const set = (change: Partial<Row>) => put(change as Partial<R>);
          return (
            <div className="report-fields work-decision">
              <WorkText
                faults={faults}
                path={[field, place, "words"]}
                label={t(`work.field.${words}`)}
                isWide
                most={MOST_GOAL}
                rows={2}
                value={row.words}
                onChange={(next) => set({ words: next })}
              />
              {children?.(row, put, place)}
              <WorkUnit
                {...shared}
                names={leads === undefined ? names : { ...names, units: leads }}
                path={[field, place, "lead"]}
                label={t("work.field.lead")}
                value={row.lead}
                onChange={(lead) => set({ lead })}
              />
              <WorkDay
                faults={faults}
                path={[field, place, "due"]}
                label={t("work.field.due")}
                value={row.due}
                onChange={(due) => set({ due })}
              />
              <WorkUnits
                {...shared}
                path={[field, place, "helpers"]}
                label={t("work.field.helpers")}
                isWide
                value={row.helpers}
                onChange={(helpers) => set({ helpers })}
              />
            </div>
          );
        }}
      </Rows>
    </section>
  );
}
