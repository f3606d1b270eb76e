import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { scopesOf } from "#domain/permission.ts";
import { zReportId } from "#domain/report/report.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { askedOf, FILTERS } from "#domain/work/search.ts";
import { saveRight } from "#domain/work/work.ts";
import { type Account, useSeat } from "../desk/seat.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { usePageSearch } from "../filing/use-page-search.ts";
import type { Face } from "./face.ts";
import { freshId } from "./fresh-id.ts";
import { useWorkNames, type WorkNames } from "./use-work-names.ts";
import { workList } from "./work-call.ts";
import { WorkFilter } from "./work-filter.tsx";
import { WorkRows } from "./work-list.tsx";
import { WorkPane } from "./work-pane.tsx";
import "../filing/entry.css";
import "../filing/filing.css";
import "../look/light-mark.css";
import "../months/months.css";
import "../proposals/proposals.css";
import "./work.css";

/** The page of a noun: what there is of it, narrowed by what the address asks for, and beside it the one that is open. */
export function WorkPage<N extends WorkNoun>({ face }: { face: Face<N> }) {
  const { account } = useSeat();
  const { names, failed, again } = useWorkNames();
  if (account === null || names === undefined) return failed ? <Failed onRetry={again} /> : <Waiting />;
  return <Records face={face} account={account} names={names} />;
}

function Records<N extends WorkNoun>(props: { face: Face<N>; account: Account; names: WorkNames }) {
  const { face, account, names } = props;
  const { noun, view, Above, Hint, Table } = face;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [found, show] = usePageSearch<string>([noun, "new", "view", ...FILTERS]);
  const asked = useDeferredValue(askedOf(noun, found, face.filters));
  const list = useQuery({ ...workList(noun, asked), placeholderData: keepPreviousData });
  const scopes = scopesOf(saveRight(noun), account);
  const mayBegin = scopes.includes("all") || (scopes.length > 0 && account.unit !== null);
  const open = zReportId.safeParse(found[noun]).data;
  const isOther = view !== undefined && found.view === view.key;
  const isNarrowed = FILTERS.some((key) => found[key] !== undefined);
  if (list.data === undefined)
    return list.isError ? <Failed onRetry={() => void list.refetch()} /> : <Waiting />;
  const { rows, total } = list.data;
  const none = (
    <>
      <p>{t(`work.none.${noun}`)}</p>
      <p className="meta">{t(`work.noneHint.${noun}`)}</p>
    </>
  );
  return (
    <div className={`filing${open === undefined || isOther ? "" : " has-one"}`}>
      <header className="month-head">
        <h1>{t(`desk.place.${noun}s`)}</h1>
        <p className="meta" role="status">
          {t("work.count", { count: total })}
        </p>
        <div className="month-acts">
          {view !== undefined && (
            <fieldset className="work-views">
              <legend className="visually-hidden">{t("work.view.label")}</legend>
              {(["list", view.key] as const).map((one) => (
                <button
                  key={one}
                  type="button"
                  className="control"
                  aria-pressed={isOther === (one !== "list")}
                  onClick={() => show({ view: one === "list" ? null : one, [noun]: null, new: null })}
                >
                  {t(`work.view.${one}`)}
                </button>
              ))}
            </fieldset>
          )}
          {mayBegin && (
            <button
              type="button"
              className="control primary"
              onClick={() => show({ [noun]: freshId(), new: 1, view: null, of: null, from: null, to: null })}
            >
              {t(`work.begin.${noun}`)}
            </button>
          )}
        </div>
        <WorkFilter face={face} search={found} names={names} onChange={show} />
        {Above !== undefined && <Above rows={rows} names={names} />}
      </header>
      {rows.length === 0 && open === undefined && Table === undefined && !(isOther && view.isMore) ? (
        <div className="state">
          {none}
          {isNarrowed && (
            <button
              type="button"
              className="control"
              onClick={() => show(Object.fromEntries(FILTERS.map((key) => [key, null])))}
            >
              {t("work.clear")}
            </button>
          )}
        </div>
      ) : isOther ? (
        <view.View rows={rows} names={names} search={found} show={show} />
      ) : (
        <div className={`filing-panes${Table === undefined ? "" : " has-table"}`}>
          {Table !== undefined ? (
            <Table rows={rows} names={names} account={account} search={found} shown={open} show={show} />
          ) : rows.length === 0 ? (
            <div className="filing-list proposal-none">{none}</div>
          ) : (
            <WorkRows
              face={face}
              rows={rows}
              names={names}
              of={JSON.stringify(asked)}
              shown={open}
              onShow={(id) => show({ [noun]: id, new: null, from: null, to: null })}
            />
          )}
          {open === undefined && Table !== undefined ? null : open === undefined ? (
            <div className="filing-blank meta">
              <p>{t(`work.choose.${noun}`)}</p>
              {Hint !== undefined && <Hint />}
            </div>
          ) : (
            <div className="filing-one" key={open}>
              <button
                type="button"
                className="link filing-back"
                onClick={() => show({ [noun]: null, new: null })}
              >
                {t("work.back")}
              </button>
              <WorkPane
                face={face}
                id={open}
                isNew={found.new !== undefined && mayBegin}
                account={account}
                names={names}
                onBegun={() => show({ new: null })}
                onOpen={(other, id) =>
                  void navigate({ to: `/desk/${other}s`, search: () => ({ [other]: id }) })
                }
              />
            </div>
          )}
        </div>
      )}
    </div>
  );
}
