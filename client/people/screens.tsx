import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Screen } from "#domain/people/screen.ts";
import { answerTo, tell } from "../desk/call.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { useSession } from "../desk/use-session.ts";
import { momentOf } from "./moment.ts";
import { NewScreen } from "./new-screen.tsx";
import { OneTimeLink } from "./one-time-link.tsx";
import { useProblem } from "./problem.ts";
import "./people.css";

const SCREENS = answerTo("screen", "list", undefined);

/** /desk/screens: walls that may show the ledger while it is closed to guests. */
export function Page() {
  const { t } = useTranslation();
  const { data, isError, refetch } = useQuery(SCREENS);
  const isOpenHouse = useSession().data?.access === "open";
  const [isAdding, setAdding] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  return (
    <>
      <header className="page-head">
        <h1>{t("desk.place.screens")}</h1>
        <div className="page-head-end">
          <button type="button" className="control primary" onClick={() => setAdding(true)}>
            {t("people.screens.add")}
          </button>
        </div>
      </header>
      <p className="page-lead">
        {t("people.screens.hint")} {isOpenHouse && t("people.screens.open")}
      </p>
      {isError ? (
        <Failed onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting />
      ) : data.length === 0 ? (
        <p className="empty">{t("people.screens.none")}</p>
      ) : (
        <ScreenTable screens={data} />
      )}
      <NewScreen
        isOpen={isAdding}
        onClose={() => setAdding(false)}
        onMade={(made) => {
          setAdding(false);
          setLink(made);
        }}
      />
      <OneTimeLink
        title={t("people.screens.added")}
        hint={t("people.link.screen")}
        path={link}
        onDone={() => setLink(null)}
      />
    </>
  );
}

function ScreenTable({ screens }: { screens: readonly Screen[] }) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const problem = useProblem();
  const cache = useQueryClient();
  const revoke = useMutation({
    mutationFn: ({ id }: Screen) => tell("screen", "revoke", { id }),
    onSuccess: (_, { name }) => void message.success(t("people.screens.revokedDone", { name })),
    onError: (error) => void message.error(problem(error)),
    onSettled: () => cache.invalidateQueries({ queryKey: SCREENS.queryKey }),
  });
  const askFirst = (screen: Screen) =>
    void modal.confirm({
      title: t("people.screens.revokeName", { name: screen.name }),
      content: t("people.screens.revokeAsk", { name: screen.name }),
      okText: t("people.screens.revoke"),
      icon: null,
      onOk: () => revoke.mutateAsync(screen).catch(() => {}),
    });
  return (
    <div className="table-wrap">
      <table className="table folding">
        <thead>
          <tr>
            <th scope="col">{t("people.screens.screen")}</th>
            <th scope="col">{t("people.screens.created")}</th>
            <th scope="col">{t("people.screens.used")}</th>
            <th scope="col">
              <span className="visually-hidden">{t("people.screens.revoke")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {screens.map((screen) => (
            <tr key={screen.id}>
              <td className="name">{screen.name}</td>
              <td data-label={t("people.screens.created")}>{momentOf(screen.createdAt)}</td>
              <td data-label={t("people.screens.used")}>
                {screen.usedAt === null ? t("people.screens.never") : momentOf(screen.usedAt)}
              </td>
              <td className="cell-end">
                {screen.revokedAt === null ? (
                  <button
                    type="button"
                    className="link"
                    aria-label={t("people.screens.revokeName", { name: screen.name })}
                    onClick={() => askFirst(screen)}
                  >
                    {t("people.screens.revoke")}
                  </button>
                ) : (
                  <span className="meta">
                    {t("people.screens.revoked", { time: momentOf(screen.revokedAt) })}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
