import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Digest } from "#domain/work/digest.ts";
import { answerTo } from "../desk/call.ts";
import { useSeat } from "../desk/seat.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { ReminderMark } from "../filing/reminder-mark.tsx";
import { dayWords, monthWords } from "../filing/time-words.ts";
import { useUnitName } from "../people/use-unit-name.ts";
import { SlipMark } from "../work/slip-mark.tsx";
import "../filing/filing.css";
import "../look/light-mark.css";
import "./home.css";

/** /desk/home: what waits for whoever sits here, each line leading to where it is done. */
export function Page() {
  const { t } = useTranslation();
  const { account } = useSeat();
  const { data, isError, refetch } = useQuery(answerTo("digest", "get", undefined));
  return (
    <>
      <header className="page-head">
        <h1>{t("desk.home.title", { name: account?.name ?? "" })}</h1>
      </header>
      {isError ? (
        <Failed onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting />
      ) : (
        <div className="home">
          {data.filing !== null && <Filing {...data.filing} />}
          {data.review !== null && <Review {...data.review} />}
          {data.month !== null && <Month {...data.month} />}
          {data.work !== null && <Work work={data.work} />}
          {Object.values(data).every((part) => part === null) && <p>{t("desk.home.nothing")}</p>}
        </div>
      )}
    </>
  );
}

/** One part of the page: what it is, and below it lines. */
function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="home-part" aria-label={name}>
      <h2>{name}</h2>
      <ul>{children}</ul>
    </section>
  );
}

/** A count that leads to where it is worked off; what is none is no link. */
function Line(props: { count: number; words: string; to: string; search?: Record<string, string> }) {
  const { count, words, to, search = {} } = props;
  return (
    <li>
      {count === 0 ? (
        <span className="meta">{words}</span>
      ) : (
        <Link to={to} search={() => search}>
          {words}
        </Link>
      )}
    </li>
  );
}

function Filing({ period, unit }: NonNullable<Digest["filing"]>) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const open = unit.nil ? 0 : Math.max(0, unit.items - unit.handedIn);
  const month = monthWords(lang, period.month);
  const search = { month: period.month };
  return (
    <Part name={t("desk.home.filing", { month })}>
      <li>
        {t("desk.home.due", { day: dayWords(lang, period.dueOn) })}
        {unit.reminder !== null && <ReminderMark reminder={unit.reminder} />}
      </li>
      <Line
        count={open}
        words={t("desk.home.toFile", { count: open, all: unit.items })}
        to="/desk/reports"
        search={search}
      />
      <Line
        count={unit.returned}
        words={t("desk.home.returned", { count: unit.returned })}
        to="/desk/reports"
        search={search}
      />
    </Part>
  );
}

function Review({ waiting }: NonNullable<Digest["review"]>) {
  const { t } = useTranslation();
  return (
    <Part name={t("desk.place.review")}>
      <Line count={waiting} words={t("desk.home.toReview", { count: waiting })} to="/desk/review" />
    </Part>
  );
}

function Month({ period, units, done, late, accepted }: NonNullable<Digest["month"]>) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const at = { to: "/desk/months", search: { month: period.month } };
  return (
    <Part name={t("desk.home.month", { month: monthWords(lang, period.month) })}>
      <li>{t("desk.home.due", { day: dayWords(lang, period.dueOn) })}</li>
      <Line count={units} words={t("desk.home.done", { count: done, all: units })} {...at} />
      <Line count={late} words={t("desk.home.late", { count: late })} {...at} />
      <Line count={accepted} words={t("desk.home.toPublish", { count: accepted })} {...at} />
    </Part>
  );
}

function Work({ work }: { work: NonNullable<Digest["work"]> }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const unitName = useUnitName();
  const { overdue, behind, soon, rows } = work;
  const to = "/desk/tasks";
  return (
    <Part name={t("desk.home.work")}>
      <Line
        count={work.fresh}
        words={t("desk.home.fresh", { count: work.fresh })}
        to={to}
        search={{ state: "assigned" }}
      />
      <Line count={work.unanswered} words={t("desk.home.unanswered", { count: work.unanswered })} to={to} />
      <Line
        count={work.reported}
        words={t("desk.home.reported", { count: work.reported })}
        to={to}
        search={{ state: "reported" }}
      />
      {work.unread > 0 && (
        <Line
          count={work.unread}
          words={t("desk.home.unread", { count: work.unread })}
          to="/desk/publications"
          search={{ state: "published" }}
        />
      )}
      <li className={overdue + behind + soon === 0 ? "meta" : undefined}>
        {t("desk.home.lit", { overdue, behind, soon })}
      </li>
      {rows.map(({ noun, id, number, title, lead, due, slip }) => (
        <li key={id} className="home-row">
          <Link to={`/desk/${noun}s`} search={() => ({ [noun]: id })} lang="zh-CN">
            {title}
          </Link>
          <SlipMark slip={slip} isShort />
          <span className="meta">
            {[number, unitName(lead), ...(due === null ? [] : [dayWords(lang, due)])].join(" · ")}
          </span>
        </li>
      ))}
    </Part>
  );
}
