import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { LIGHT_STATES } from "#domain/light/light-state.ts";
import { STAGE_WORDS } from "#domain/look/words.ts";
import type { NamedSpan } from "#domain/months/named-span.ts";
import type { Span } from "#domain/months/summary.ts";
import { STAGES } from "#domain/stage.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { LightLabel } from "../look/light-mark.tsx";
import { amountWords, shareOfPlan } from "./span-figures.ts";
import { useSpanWords } from "./use-span-words.ts";

type Cell = { figure: number | string; note?: string };
type Props = { now: Span; span: NamedSpan; earlier: Span; before: NamedSpan };

/** Figures, lights and stages of a span, each beside those of the span before. */
export function SummaryTables(props: Props) {
  return (
    <>
      <Figures {...props} />
      <div className="summary-pair">
        <Lights {...props} />
        <Stages {...props} />
      </div>
    </>
  );
}

/** A part with one table of figures: a line for each row, a column for each span. */
function FigureTable(props: {
  title: string;
  columns: readonly string[];
  lines: readonly { key: string; label: ReactNode; cells: readonly Cell[] }[];
  className?: string;
  none?: string;
}) {
  const { title, columns, lines, className = "", none } = props;
  const id = useId();
  return (
    <section className="months-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lines.length === 0 && none !== undefined ? (
        <p>{none}</p>
      ) : (
        <div className="table-scroll">
          <table className={`plain-table ${className}`}>
            <thead>
              <tr>
                <td />
                {columns.map((column) => (
                  <th key={column} scope="col" className="number">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ key, label, cells }) => (
                <tr key={key}>
                  <th scope="row">{label}</th>
                  {cells.map(({ figure, note = "" }, place) => (
                    <td key={columns[place]} className="number">
                      {figure}
                      {note !== "" && <div className="meta">{note}</div>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Figures({ now, span, earlier, before }: Props) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const spanWords = useSpanWords();
  const shown =
    earlier.months.length > 0
      ? [
          { of: now, named: span },
          { of: earlier, named: before },
        ]
      : [{ of: now, named: span }];
  const line = (label: string, cell: (of: Span) => Cell) => ({
    key: label,
    label,
    cells: shown.map(({ of }) => cell(of)),
  });
  const invested = (kind: "planned" | "actual") =>
    line(t(`months.summary.${kind}`), ({ investment: { [kind]: amount, unsaid } }) => ({
      figure: t("filing.wan", { amount: amountWords(lang, amount) }),
      note: unsaid[kind] > 0 ? t("months.summary.unsaid", { count: unsaid[kind] }) : "",
    }));
  return (
    <FigureTable
      title={t("months.summary.figures")}
      className="summary-figures"
      columns={shown.map(({ named }) => spanWords(named))}
      lines={[
        line(t("months.summary.items"), ({ items }) => ({ figure: items })),
        line(t("months.summary.reports"), ({ reports }) => ({ figure: reports })),
        invested("planned"),
        invested("actual"),
        line(t("months.summary.share"), ({ investment: { actual, planned } }) => {
          const percent = shareOfPlan(actual, planned);
          return { figure: percent === null ? "—" : `${percent}%` };
        }),
      ]}
    />
  );
}

function Lights({ now, earlier }: Props) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const counts = [now.lights.last, now.lights.worst, earlier.lights.last];
  const shown = LIGHT_STATES.filter((state) => counts.some((one) => one[state] !== undefined));
  return (
    <FigureTable
      title={t("months.summary.lights")}
      none={t("months.summary.noLights")}
      columns={(["last", "worst", "lastBefore"] as const).map((key) => t(`months.summary.${key}`))}
      lines={shown.map((state) => ({
        key: state,
        label: <LightLabel state={state} lang={lang} />,
        cells: counts.map((one) => ({ figure: one[state] ?? 0 })),
      }))}
    />
  );
}

function Stages({ now, earlier }: Props) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const counts = [now.stages, earlier.stages];
  return (
    <FigureTable
      title={t("months.summary.stages")}
      columns={(["last", "lastBefore"] as const).map((key) => t(`months.summary.${key}`))}
      lines={STAGES.filter((stage) => counts.some((one) => one[stage])).map((stage) => ({
        key: stage,
        label: STAGE_WORDS[stage][lang],
        cells: counts.map((one) => ({ figure: one[stage] ?? 0 })),
      }))}
    />
  );
}
