import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import type { WorkStep } from "#domain/work/exchange.ts";
import { WORK_NOUNS, type WorkNoun } from "#domain/work/nouns.ts";
import { useRefusal } from "../filing/use-refusal.ts";
import { stepWork } from "./work-call.ts";

/** Takes a record a step on; then all that shows work is asked for anew. */
export function useWorkStep<N extends WorkNoun>(noun: N) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const refusal = useRefusal();
  return useMutation({
    mutationFn: (asked: WorkStep<N>) => stepWork(noun, asked),
    onSuccess: (_, { step }) =>
      void message.success(t("work.done", { step: t(`work.step.${step as "assign"}`) })),
    onError: refusal,
    onSettled: async () => {
      const shown = WORK_NOUNS.map((noun) => ({ queryKey: [noun] }));
      // A first answer that is still on its way may be of before the step, and would be waited for: it is asked anew.
      await Promise.all(shown.map((one) => cache.cancelQueries(one)));
      await Promise.all(shown.map((one) => cache.invalidateQueries(one)));
    },
  });
}
