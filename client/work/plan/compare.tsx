import { useTranslation } from "react-i18next";
import type { WorkRead } from "#domain/work/exchange.ts";
import {
  comparePlans,
  ENTRY_FIELDS,
  type EntryChange,
  type EntryField,
  type PlanEntry,
} from "#domain/work/plan.ts";
import { useDeskLook } from "../../desk/use-desk-look.ts";
import { dayWords } from "../../filing/time-words.ts";
import { usePageSearch } from "../../filing/use-page-search.ts";
import type { WorkNames } from "../use-work-names.ts";

/** What of an entry is compared is said by these, so that no colour has to be seen. */
const MARKS: Record<EntryChange["is"], string> = { added: "＋", removed: "－", changed: "△", same: "" };

/** Two versions of a plan side by side: which they are stands in the address, the last two where it says none. */
export function PlanCompare({ read, names }: { read: WorkRead<"plan">; names: WorkNames }) {
  const { t } = useTranslation();
  const [search, show] = usePageSearch(["from", "to"]);
  const { versions } = read;
  const last = versions.length;
  const at = (asked: string | undefined, otherwise: number) => {
    const number = Number(asked);
    return versions.some(({ version }) => version === number) ? number : otherwise;
  };
  const chosen = { from: at(search.from, last - 1), to: at(search.to, last) };
  const contentOf = (number: number) => versions.find(({ version }) => version === number)?.content;
  const [before, after] = [contentOf(chosen.from), contentOf(chosen.to)];
  if (before === undefined || after === undefined) return null;
  const changes = comparePlans(before, after);
  const count = (is: EntryChange["is"]) => changes.filter((one) => one.is === is).length;
  return (
    <section className="report-section work-compare" aria-labelledby="plan-compare">
      <h3 id="plan-compare">{t("work.compare.title")}</h3>
      <div className="work-filter">
        {(["from", "to"] as const).map((side) => (
          <label key={side} className="work-filter-choice">
            <span className="meta">{t(`work.compare.${side}`)}</span>
            <select
              className="entry"
              value={chosen[side]}
              onChange={({ target }) => show({ [side]: Number(target.value) })}
            >
              {versions.map(({ version }) => (
                <option key={version} value={version}>
                  {t("work.version", { version })}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <p className="meta" role="status">
        {t("work.compare.counts", {
          added: count("added"),
          removed: count("removed"),
          changed: count("changed"),
          same: count("same"),
        })}
      </p>
      <div className="work-compare-frame">
        <table className="plain-table">
          <caption className="visually-hidden">{t("work.compare.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("work.compare.what")}</th>
              {(["from", "to"] as const).map((side) => (
                <th key={side} scope="col">
                  {t("work.version", { version: chosen[side] })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.id} className={change.is}>
                <th scope="row">
                  <span aria-hidden="true">{MARKS[change.is]}</span> {t(`work.compare.${change.is}`)}
                </th>
                <td>
                  <Entry entry={change.before} fields={change.fields} names={names} />
                </td>
                <td>
                  <Entry entry={change.after} fields={change.fields} names={names} isAfter />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** An entry as a version has it; a field that differs is marked by its word and its line as well. */
function Entry(props: {
  entry: PlanEntry | null;
  fields: readonly EntryField[];
  names: WorkNames;
  isAfter?: boolean;
}) {
  const { entry, fields, names, isAfter = false } = props;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  if (entry === null) return <span className="meta">{t("work.compare.none")}</span>;
  const said: Record<EntryField, string> = {
    words: entry.words,
    lead: entry.lead === null ? t("work.noLead") : names.unit(entry.lead),
    helpers: entry.helpers.map((unit) => names.unit(unit)).join("、"),
    due: entry.due === null ? t("work.noDue") : dayWords(lang, entry.due),
    task: entry.task === null ? "" : t("work.compare.knownTask"),
  };
  const called = { words: "entry", lead: "lead", helpers: "helpers", due: "due", task: "task" } as const;
  return (
    <ul>
      {ENTRY_FIELDS.filter((field) => said[field] !== "" || fields.includes(field)).map((field) => {
        const isOther = fields.includes(field);
        const value = said[field] || t("work.compare.none");
        return (
          <li key={field} lang={field === "words" ? "zh-CN" : undefined}>
            {isOther ? (
              <>
                {isAfter ? <ins>{value}</ins> : <del>{value}</del>}{" "}
                <span className="meta">
                  {t("work.compare.other", { field: t(`work.field.${called[field]}`) })}
                </span>
              </>
            ) : (
              value
            )}
          </li>
        );
      })}
    </ul>
  );
}
