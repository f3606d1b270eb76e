import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Calendar } from "#domain/people/calendar.ts";
import { answerTo, codeOf, tell } from "../desk/call.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { momentOf } from "./moment.ts";
import { OneTimeLink } from "./one-time-link.tsx";
import { useProblem } from "./problem.ts";

const CALENDARS = answerTo("calendar", "list", undefined);

/** Feeds of one's unit's days for calendar programs: made, listed, revoked. */
export function MyCalendars() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const problem = useProblem();
  const cache = useQueryClient();
  const list = useQuery(CALENDARS);
  const [link, setLink] = useState<string | null>(null);
  const onSettled = () => cache.invalidateQueries({ queryKey: CALENDARS.queryKey });
  const make = useMutation({
    mutationFn: () => tell("calendar", "create", undefined),
    onSuccess: (made) => setLink(made.link),
    onError: (error) =>
      void message.error(codeOf(error) === "BAD_REQUEST" ? t("people.calendar.many") : problem(error)),
    onSettled,
  });
  const revoke = useMutation({
    mutationFn: ({ id }: Calendar) => tell("calendar", "revoke", { id }),
    onSuccess: () => void message.success(t("people.calendar.revoked")),
    onError: (error) => void message.error(problem(error)),
    onSettled,
  });
  if (list.isError) return <Failed onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Waiting />;
  return (
    <>
      <p className="fact-line meta">{t("people.calendar.hint")}</p>
      <ul className="session-list">
        {list.data.map((calendar) => (
          <Feed
            key={calendar.id}
            calendar={calendar}
            isBusy={revoke.isPending}
            onRevoke={() => revoke.mutate(calendar)}
          />
        ))}
      </ul>
      <button type="button" className="control" disabled={make.isPending} onClick={() => make.mutate()}>
        {t("people.calendar.make")}
      </button>
      <OneTimeLink
        title={t("people.calendar.made")}
        hint={t("people.calendar.madeHint")}
        path={link}
        onDone={() => setLink(null)}
      />
    </>
  );
}

function Feed(props: { calendar: Calendar; isBusy: boolean; onRevoke: () => void }) {
  const { t } = useTranslation();
  const { createdBy, createdAt, usedAt } = props.calendar;
  const time = momentOf(createdAt);
  return (
    <li>
      <div>
        <div>{t("people.calendar.feed", { name: createdBy, time })}</div>
        <div className="meta">
          {usedAt === null
            ? t("people.calendar.unused")
            : t("people.calendar.used", { time: momentOf(usedAt) })}
        </div>
      </div>
      <button
        type="button"
        className="control"
        aria-label={t("people.calendar.revokeName", { time })}
        disabled={props.isBusy}
        onClick={props.onRevoke}
      >
        {t("people.calendar.revoke")}
      </button>
    </li>
  );
}
