import { App } from "antd";
import { useTranslation } from "react-i18next";
import { CallError, codeOf } from "../desk/call.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { momentWords } from "./time-words.ts";

const KNOWN = [
  "OFFLINE",
  "UNAUTHORIZED",
  "FORBIDDEN",
  "NOT_FOUND",
  "CONFLICT",
  "BAD_REQUEST",
  "TOO_MANY_REQUESTS",
] as const;

/** Says in words why something was not done. */
export function useRefusal(): (error: unknown) => void {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { message } = App.useApp();
  return (error) => {
    const code = KNOWN.find((one) => one === codeOf(error)) ?? "other";
    const meanwhile = error instanceof CallError ? error.refusal.conflict : undefined;
    const words =
      code === "CONFLICT" && meanwhile !== undefined
        ? t("filing.refused.meanwhile", { who: meanwhile.by, time: momentWords(lang, meanwhile.at) })
        : t(`filing.refused.${code}`);
    void message.error(words, 6);
  };
}
