import { useTranslation } from "react-i18next";
import type { WorkNoun } from "#domain/work/nouns.ts";

export function WorkState({ noun, state }: { noun: WorkNoun; state: string }) {
  const { t } = useTranslation();
  return (
    <span className={`filing-state ${state}`}>
      {t(`work.state.${noun}.${state}` as "work.state.task.draft")}
    </span>
  );
}
