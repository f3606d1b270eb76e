import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { scopesOf } from "#domain/permission.ts";
import type { WorkEntry } from "#domain/work/exchange.ts";
import { CLASSES, chosenLines, classCounts, isVague, policyLines } from "#domain/work/policy-table.ts";
import { askedOf } from "#domain/work/search.ts";
import { Failed, Waiting } from "../../desk/states.tsx";
import { useDeskLook } from "../../desk/use-desk-look.ts";
import { ColourMark } from "../../filing/reminder-mark.tsx";
import { dayWords } from "../../filing/time-words.ts";
import { usePageSearch } from "../../filing/use-page-search.ts";
import { askedFor } from "../asked-for.ts";
import type { TableOf } from "../face.ts";
import { freshId } from "../fresh-id.ts";
import { ItemLink } from "../links.tsx";
import { SlipMark } from "../slip-mark.tsx";
import type { WorkNames } from "../use-work-names.ts";
import { workList } from "../work-call.ts";
import { WorkState } from "../work-state.tsx";
import { ReadingMark } from "./reading-mark.tsx";

type Measure = WorkEntry<"measure">;
/**
 * Every policy of the ledger with its class, measures, owner and state. The filters of the page choose lines; what a
 * line says is always all that is known of its policy, so that a policy whose record is filtered out is not shown as
 * one without.
 */
export function PolicyTable({ rows, names, account, search, shown, show }: TableOf<"measure">) {
  const { t } = useTranslation();
  const [found] = usePageSearch(["class"]);
  const month = askedOf("measure", { month: search.month ?? "" });
  const all = useQuery({ ...workList("measure", month), placeholderData: keepPreviousData });
  if (all.data === undefined)
    return all.isError ? <Failed onRetry={() => void all.refetch()} /> : <Waiting />;
  const manages = scopesOf("work.manage", account).length > 0;
  const isAll = scopesOf("work.read", account).includes("all");
  const { policies } = names;
  const lines = policyLines(policies, all.data.rows);
  const counts = classCounts(lines);
  const chosen = CLASSES.find((one) => one === found.class);
  const left = chosenLines({ lines, policies, met: rows }, search, chosen);
  return (
    <div className="policy-table">
      <div className="policy-counts">
        <span className="meta">{t("work.policies.count", { count: policies.length })}</span>
        {CLASSES.map((one) => (
          <button
            key={one}
            type="button"
            className="control"
            aria-pressed={chosen === one}
            onClick={() => show({ class: chosen === one ? null : one })}
          >
            {one === "vague" ? (
              <ColourMark colour="yellow" words={t("work.reading.vague")} />
            ) : one === "none" && !isAll ? (
              t("work.policies.unseen")
            ) : (
              t(`work.reading.${one}`)
            )}{" "}
            <span className="figure">{counts[one]}</span>
          </button>
        ))}
      </div>
      <p className="meta work-facts">
        <span>{t(isAll ? "work.policies.byOffice" : "work.policies.own")}</span>
        <a className="link" href={`/export/measures.xlsx${askedFor(search, { class: chosen })}`} download>
          {t("work.matrix.xlsx")}
        </a>
      </p>
      {/* Wider than a narrow page: it scrolls by keys too. */}
      <section className="policy-frame" aria-label={t("work.policies.caption")} tabIndex={-1}>
        <table className="plain-table">
          <caption className="visually-hidden">{t("work.policies.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("work.policies.policy")}</th>
              <th scope="col">{t("work.field.reading")}</th>
              <th scope="col">{t("work.field.measures")}</th>
              <th scope="col">{t("work.lead")}</th>
              <th scope="col">{t("work.policies.state")}</th>
            </tr>
          </thead>
          <tbody>
            {left.map(({ policy, record }) => (
              <tr
                key={record?.id ?? policy?.id}
                className={isVague(record) ? "is-vague" : undefined}
                aria-current={record !== null && record.id === shown ? "true" : undefined}
              >
                <th scope="row">
                  {policy !== null ? (
                    <ItemLink id={policy.id} title={policy.title} />
                  ) : (
                    <span>{t("work.policies.noPolicy")}</span>
                  )}
                </th>
                {record !== null ? (
                  <Cells row={record} names={names} onOpen={() => show({ ...FRESH, measure: record.id })} />
                ) : (
                  <>
                    <td>{t(isAll ? "work.reading.none" : "work.policies.unseen")}</td>
                    <td />
                    <td />
                    <td>
                      {manages && policy !== null && (
                        <button
                          type="button"
                          className="control"
                          onClick={() => show({ ...FRESH, measure: freshId(), new: 1, of: policy.id })}
                        >
                          {t("work.policies.classify")}
                          <span className="visually-hidden"> {policy.id}</span>
                        </button>
                      )}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
        {left.length === 0 && <p className="meta">{t("work.none.measure")}</p>}
      </section>
    </div>
  );
}

/** Of another record nothing stands in the address any longer. */
const FRESH = { new: null, of: null, from: null, to: null };

function Cells({ row, names, onOpen }: { row: Measure; names: WorkNames; onOpen: () => void }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { number, state, lead, parts, due, slip, brief } = row;
  const { reading, told, measures, percent } = brief;
  return (
    <>
      <td>
        <ReadingMark reading={reading} isVague={isVague(row)} />
      </td>
      <td>
        {measures === 0 ? (
          t("work.policies.noMeasures")
        ) : (
          <ul className="policy-measures">
            {told.map((one) => (
              <li key={one.id}>
                <span lang="zh-CN">{one.words}</span>{" "}
                {one.due !== null && <span className="meta">{dayWords(lang, one.due)}</span>}
              </li>
            ))}
            {measures > told.length && (
              <li className="meta">{t("work.policies.more", { count: measures - told.length })}</li>
            )}
          </ul>
        )}
      </td>
      <td>
        {lead === null ? t("work.noLead") : names.short(lead)}
        {parts.length > 0 && (
          <span className="meta policy-helpers">{parts.map((unit) => names.short(unit)).join("、")}</span>
        )}
      </td>
      <td>
        <button type="button" className="link" onClick={onOpen}>
          {number}
        </button>{" "}
        <WorkState noun="measure" state={state} />{" "}
        {percent !== null && <span className="meta">{t("work.percent", { percent })}</span>}{" "}
        {due !== null && <span className="meta">{dayWords(lang, due)}</span>}
        {slip !== null && <SlipMark slip={slip} isShort />}
      </td>
    </>
  );
}
