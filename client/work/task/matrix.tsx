import { useTranslation } from "react-i18next";
import type { WorkEntry } from "#domain/work/exchange.ts";
import { matrixOf } from "#domain/work/matrix.ts";
import { askedFor } from "../asked-for.ts";
import type { ViewOf } from "../face.ts";
import { choosable } from "../unit-options.ts";

/** What is only drawn up is nobody's yet, and what was dropped is nobody's any longer. */
const isGiven = ({ state }: WorkEntry<"task">): boolean => state !== "draft" && state !== "dropped";

const FILES = [
  { path: "/export/tasks.xlsx", words: "xlsx" },
  { path: "/export/tasks.docx", words: "docx" },
] as const;

/** 分工: tasks × units, ● leads and ○ co-operates, with how much each unit has, and what nobody leads. */
export function TaskMatrix({ rows, names, search, show }: ViewOf<"task">) {
  const { t } = useTranslation();
  const given = search.state === undefined ? rows.filter(isGiven) : rows;
  const matrix = matrixOf(
    given,
    choosable(names.units).map(({ id }) => id),
  );
  const { lines, units, leads, helps, unled, heaviest } = matrix;
  const part = { lead: "●", help: "○" } as const;
  const asked = askedFor(search);
  return (
    <div className="work-matrix">
      <p className="meta">
        {unled > 0 && <span className="gap-words">{t("work.matrix.gaps", { count: unled })}</span>}
        {heaviest.length > 0 && (
          <span>
            {t("work.matrix.heavy", {
              units: heaviest
                .map((unit) =>
                  t("work.matrix.heavyOne", { unit: names.unit(unit), count: leads.get(unit) ?? 0 }),
                )
                .join("、"),
            })}
          </span>
        )}
        {FILES.map(({ path, words }) => (
          <a key={path} className="link" href={`${path}${asked}`} download>
            {t(`work.matrix.${words}`)}
          </a>
        ))}
      </p>
      {/* Scrolls by keys too. */}
      <section className="work-matrix-frame" aria-label={t("work.matrix.caption")} tabIndex={-1}>
        <table>
          <caption>{t("work.matrix.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("work.matrix.task")}</th>
              {units.map((unit) => (
                <th key={unit} scope="col">
                  <button
                    type="button"
                    className="link work-matrix-unit"
                    title={names.unit(unit)}
                    onClick={() => show({ view: null, unit })}
                  >
                    {names.short(unit)}
                  </button>
                </th>
              ))}
              <th scope="col">{t("work.matrix.unnamed")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, title, due, parts, unnamed, count }) => (
              <tr key={key}>
                <th scope="row">
                  <span lang="zh-CN">{title}</span>
                  <span className="meta">
                    {[due, count > 1 ? t("work.matrix.same", { count }) : ""].filter(Boolean).join(" · ")}
                  </span>
                </th>
                {units.map((unit) => {
                  const has = parts.get(unit);
                  return (
                    <td key={unit}>
                      {has !== undefined && (
                        <>
                          <span aria-hidden="true">{part[has]}</span>
                          <span className="visually-hidden">{t(`work.matrix.${has}`)}</span>
                        </>
                      )}
                    </td>
                  );
                })}
                <td lang="zh-CN">{unnamed}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            {(["leads", "helps"] as const).map((kind) => (
              <tr key={kind}>
                <th scope="row">{t(`work.matrix.${kind}`)}</th>
                {units.map((unit) => (
                  <td key={unit}>{(kind === "leads" ? leads : helps).get(unit) ?? 0}</td>
                ))}
                <td />
              </tr>
            ))}
          </tfoot>
        </table>
      </section>
    </div>
  );
}
