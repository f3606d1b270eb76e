import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { zMonth } from "#domain/month.ts";
import { scopesOf } from "#domain/permission.ts";
import { zReportId } from "#domain/report/report.ts";
import type { WorkEntry, WorkList } from "#domain/work/exchange.ts";
import { SLIP_RULE, zSlip } from "#domain/work/slip.ts";
import { zTaskState } from "#domain/work/task.ts";
import { type Account, useSeat } from "../desk/seat.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { dayWords } from "../filing/time-words.ts";
import { usePageSearch } from "../filing/use-page-search.ts";
import { freshId } from "./fresh-id.ts";
import { SlipMark } from "./slip-mark.tsx";
import { TaskFilter, type TaskSearch } from "./task-filter.tsx";
import { TaskMatrix } from "./task-matrix.tsx";
import { TaskPane } from "./task-pane.tsx";
import { useWorkNames, type WorkNames } from "./use-work-names.ts";
import { workList } from "./work-call.ts";
import { WorkRows } from "./work-list.tsx";
import "../filing/entry.css";
import "../filing/filing.css";
import "../look/light-mark.css";
import "../months/months.css";
import "../proposals/proposals.css";
import "./work.css";

/** 任务分工: who has to do what by when, and how far it is, as a list and as a matrix. */
export function Page() {
  const { account } = useSeat();
  const { names, failed, again } = useWorkNames();
  if (account === null || names === undefined) return failed ? <Failed onRetry={again} /> : <Waiting />;
  return <Tasks account={account} names={names} />;
}

const FILTERS = ["state", "unit", "slip", "text", "month"] as const;

/** What the address asks for; what it could not mean drops out. */
function askedOf(search: TaskSearch): WorkList<"task"> {
  const state = zTaskState.safeParse(search.state).data;
  const slip = zSlip.safeParse(search.slip).data;
  const asOf = zMonth.safeParse(search.month).data;
  const text = search.text?.slice(0, 100).trim();
  return {
    ...(state === undefined ? {} : { states: [state] }),
    ...(slip === undefined ? {} : { slips: [slip] }),
    ...(search.unit === undefined ? {} : { units: [search.unit] }),
    ...(text ? { text } : {}),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

function Tasks({ account, names }: { account: Account; names: WorkNames }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const navigate = useNavigate();
  const [search, show] = usePageSearch(["task", "new", "view", ...FILTERS]);
  const asked = useDeferredValue(askedOf(search));
  const list = useQuery({ ...workList("task", asked), placeholderData: keepPreviousData });
  const manages = scopesOf("work.manage", account).length > 0;
  const task = zReportId.safeParse(search.task).data;
  const isMatrix = search.view === "matrix";
  const close = () => show({ task: null, new: null });
  const clear = () => show(Object.fromEntries(FILTERS.map((key) => [key, null])));
  const begin = () => show({ task: freshId(), new: 1, view: null });
  if (list.data === undefined)
    return list.isError ? <Failed onRetry={() => void list.refetch()} /> : <Waiting />;
  const { rows, total } = list.data;
  return (
    <div className={`filing${task === undefined || isMatrix ? "" : " has-one"}`}>
      <header className="month-head">
        <h1>{t("desk.place.tasks")}</h1>
        <p className="meta" role="status">
          {t("work.count", { count: total })}
        </p>
        <div className="month-acts">
          <fieldset className="work-views">
            <legend className="visually-hidden">{t("work.view.label")}</legend>
            {(["list", "matrix"] as const).map((view) => (
              <button
                key={view}
                type="button"
                className="control"
                aria-pressed={isMatrix === (view === "matrix")}
                onClick={() => show({ view: view === "matrix" ? view : null, task: null, new: null })}
              >
                {t(`work.view.${view}`)}
              </button>
            ))}
          </fieldset>
          {manages && (
            <button type="button" className="control primary" onClick={begin}>
              {t("work.begin.task")}
            </button>
          )}
        </div>
        <TaskFilter search={search} names={names} onChange={show} />
      </header>
      {rows.length === 0 && task === undefined ? (
        <div className="state">
          <p>{t("work.none.task")}</p>
          <p className="meta">{t("work.noneHint.task")}</p>
          <button type="button" className="control" onClick={clear}>
            {t("work.clear")}
          </button>
        </div>
      ) : isMatrix ? (
        <TaskMatrix
          rows={search.state === undefined ? rows.filter(isGiven) : rows}
          names={names}
          onUnit={(unit) => show({ view: null, unit })}
        />
      ) : (
        <div className="filing-panes">
          <WorkRows
            noun="task"
            rows={rows}
            of={JSON.stringify(asked)}
            shown={task}
            factsOf={(row) => <Facts row={row} names={names} day={(due) => dayWords(lang, due)} />}
            onShow={(id) => show({ task: id, new: null })}
          />
          {task === undefined ? (
            <div className="filing-blank meta">
              <p>{t("work.choose.task")}</p>
              <p>{t("work.slipRule", { days: SLIP_RULE.soonDays, points: SLIP_RULE.behindPoints })}</p>
            </div>
          ) : (
            <div className="filing-one" key={task}>
              <button type="button" className="link filing-back" onClick={close}>
                {t("work.back")}
              </button>
              <TaskPane
                id={task}
                isNew={search.new !== undefined && manages}
                account={account}
                names={names}
                onBegun={() => show({ new: null })}
                onMeeting={(meeting) => void navigate({ to: "/desk/meetings", search: () => ({ meeting }) })}
              />
            </div>
          )}
        </div>
      )}
    </div>
  );
}

/** What is only drawn up is nobody's yet, and what was dropped is nobody's any longer. */
const isGiven = ({ state }: WorkEntry<"task">): boolean => state !== "draft" && state !== "dropped";

function Facts(props: { row: WorkEntry<"task">; names: WorkNames; day: (due: string) => string }) {
  const { row, names, day } = props;
  return (
    <>
      <span lang={row.lead === null ? "zh-CN" : undefined}>
        {row.lead === null ? (row.leadWords ?? "") : names.unit(row.lead)}
      </span>
      {row.due !== null && <span>{day(row.due)}</span>}
      {row.slip !== null && <SlipMark slip={row.slip} isShort />}
    </>
  );
}
