import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { answerTo, tell } from "../desk/call.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { useProblem } from "./problem.ts";
import { SessionList } from "./session-list.tsx";

/** Where another's account is signed in. */
export function AccountSessions({ id }: { id: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const problem = useProblem();
  const cache = useQueryClient();
  const asked = answerTo("account", "sessions", { id });
  const list = useQuery(asked);
  const end = useMutation({
    mutationFn: (session: string | null) =>
      tell("account", "revokeSessions", session === null ? { id } : { id, session }),
    onSuccess: (_, session) =>
      void message.success(t(session === null ? "people.accounts.endedAll" : "people.me.ended")),
    onError: (error) => void message.error(problem(error)),
    onSettled: () => cache.invalidateQueries({ queryKey: asked.queryKey }),
  });
  if (list.isError) return <Failed onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Waiting />;
  if (list.data.length === 0) return <p className="meta">{t("people.accounts.noSessions")}</p>;
  return (
    <>
      <SessionList sessions={list.data} isBusy={end.isPending} onEnd={(session) => end.mutate(session)} />
      <button type="button" className="control" disabled={end.isPending} onClick={() => end.mutate(null)}>
        {t("people.accounts.endAll")}
      </button>
    </>
  );
}
