import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** Most rows, where a list says no other. */
const MOST = 40;

/** Rows of a list, each of which can be taken away, and one more begun. */
export function Rows<Row>(props: {
  name: string;
  rows: readonly Row[];
  fresh: Row;
  add: string;
  most?: number;
  /** What the n-th row is called, from 1. */
  called: (n: number) => string;
  onChange: (rows: Row[]) => void;
  children: (row: Row, put: (change: Partial<Row>) => void, place: number) => ReactNode;
}) {
  const { name, rows, fresh, add, most = MOST, called, onChange, children } = props;
  const { t } = useTranslation();
  // Focus goes where the next key belongs, once the row is drawn or gone.
  const focus = (selector: string) =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
  const placed = rows.map((row, place) => ({ row, place, key: `${name}-${place}` }));
  return (
    <div className="proposal-rows" id={name}>
      {placed.map(({ row, place, key }) => (
        <fieldset key={key} id={key} className="proposal-row">
          <legend className="visually-hidden">{called(place + 1)}</legend>
          {children(
            row,
            (change) => onChange(rows.map((one, at) => (at === place ? { ...one, ...change } : one))),
            place,
          )}
          <button
            type="button"
            className="link row-end"
            onClick={() => {
              onChange(rows.toSpliced(place, 1));
              focus(`#${name} > .link`);
            }}
          >
            {t("filing.remove")}
            <span className="visually-hidden">{called(place + 1)}</span>
          </button>
        </fieldset>
      ))}
      {rows.length < most && (
        <button
          type="button"
          className="link"
          onClick={() => {
            onChange([...rows, fresh]);
            focus(`#${name}-${rows.length} :is(input, select)`);
          }}
        >
          {add}
        </button>
      )}
    </div>
  );
}
