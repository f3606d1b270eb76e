import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { answerTo, tell } from "../desk/call.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { useProblem } from "./problem.ts";
import { SessionList } from "./session-list.tsx";

export function MySessions() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const problem = useProblem();
  const cache = useQueryClient();
  const asked = answerTo("session", "list", undefined);
  const list = useQuery(asked);
  const revoke = useMutation({
    mutationFn: (id: string) => tell("session", "revoke", { id }),
    onSuccess: () => void message.success(t("people.me.ended")),
    onError: (error) => void message.error(problem(error)),
    onSettled: () => cache.invalidateQueries({ queryKey: asked.queryKey }),
  });
  if (list.isError) return <Failed onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Waiting />;
  return (
    <>
      <p className="fact-line meta">{t("people.me.sessionsHint")}</p>
      <SessionList sessions={list.data} isBusy={revoke.isPending} onEnd={(id) => revoke.mutate(id)} />
    </>
  );
}
