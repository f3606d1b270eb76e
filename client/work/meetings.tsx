import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { scopesOf } from "#domain/permission.ts";
import { zReportId } from "#domain/report/report.ts";
import { type Account, useSeat } from "../desk/seat.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { usePageSearch } from "../filing/use-page-search.ts";
import { freshId } from "./fresh-id.ts";
import { MeetingPane } from "./meeting-pane.tsx";
import { useWorkNames, type WorkNames } from "./use-work-names.ts";
import { workList } from "./work-call.ts";
import { WorkRows } from "./work-list.tsx";
import "../filing/entry.css";
import "../filing/filing.css";
import "../look/light-mark.css";
import "../months/months.css";
import "../proposals/proposals.css";
import "./work.css";

/** 厅际联席会议 and 领导小组会议: what was decided becomes tasks. */
export function Page() {
  const { account } = useSeat();
  const { names, failed, again } = useWorkNames();
  if (account === null || names === undefined) return failed ? <Failed onRetry={again} /> : <Waiting />;
  return <Meetings account={account} names={names} />;
}

function Meetings({ account, names }: { account: Account; names: WorkNames }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search, show] = usePageSearch(["meeting", "new"]);
  const list = useQuery(workList("meeting", {}));
  const manages = scopesOf("work.manage", account).length > 0;
  const meeting = zReportId.safeParse(search.meeting).data;
  const close = () => show({ meeting: null, new: null });
  if (list.data === undefined)
    return list.isError ? <Failed onRetry={() => void list.refetch()} /> : <Waiting />;
  const { rows, total } = list.data;
  return (
    <div className={`filing${meeting === undefined ? "" : " has-one"}`}>
      <header className="month-head">
        <h1>{t("desk.place.meetings")}</h1>
        <p className="meta" role="status">
          {t("work.count", { count: total })}
        </p>
        {manages && (
          <div className="month-acts">
            <button
              type="button"
              className="control primary"
              onClick={() => show({ meeting: freshId(), new: 1 })}
            >
              {t("work.begin.meeting")}
            </button>
          </div>
        )}
      </header>
      <div className="filing-panes">
        {rows.length === 0 ? (
          <div className="filing-list proposal-none">
            <p>{t("work.none.meeting")}</p>
            <p className="meta">{t("work.noneHint.meeting")}</p>
          </div>
        ) : (
          <WorkRows
            noun="meeting"
            rows={rows}
            of=""
            shown={meeting}
            factsOf={({ lead }) => lead !== null && <span>{names.unit(lead)}</span>}
            onShow={(id) => show({ meeting: id, new: null })}
          />
        )}
        {meeting === undefined ? (
          <p className="filing-blank meta">{rows.length > 0 && t("work.choose.meeting")}</p>
        ) : (
          <div className="filing-one" key={meeting}>
            <button type="button" className="link filing-back" onClick={close}>
              {t("work.back")}
            </button>
            <MeetingPane
              id={meeting}
              isNew={search.new !== undefined && manages}
              account={account}
              names={names}
              onBegun={() => show({ new: null })}
              onTask={(task) => void navigate({ to: "/desk/tasks", search: () => ({ task }) })}
            />
          </div>
        )}
      </div>
    </div>
  );
}
