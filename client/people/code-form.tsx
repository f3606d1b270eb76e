import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { tell } from "../desk/call.ts";
import { refreshSession, sessionChanged } from "../desk/use-session.ts";
import { CodeField } from "./code-field.tsx";
import { FormProblem } from "./field.tsx";
import { useProblem } from "./problem.ts";

/** The second step of a sign-in. */
export function CodeForm() {
  const { t } = useTranslation();
  const problem = useProblem();
  const [code, setCode] = useState("");
  const [isRecovery, setRecovery] = useState(false);
  const confirm = useMutation({
    mutationFn: () => tell("session", "confirm", { code }),
    onSuccess: sessionChanged,
    onError: () => setCode(""),
  });
  const leave = useMutation({
    mutationFn: () => tell("session", "signOut", undefined),
    onSuccess: refreshSession,
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== "") confirm.mutate();
      }}
    >
      <p>{t(isRecovery ? "people.recoveryHint" : "people.secondStepHint")}</p>
      <CodeField
        key={String(isRecovery)}
        isRecovery={isRecovery}
        value={code}
        onChange={setCode}
        label={t(isRecovery ? "people.recoveryCode" : "people.code")}
      />
      <FormProblem>{problem(confirm.error, { UNAUTHORIZED: "code", BAD_REQUEST: "code" })}</FormProblem>
      <button type="submit" className="control primary wide" disabled={confirm.isPending}>
        {t("people.confirm")}
      </button>
      <p className="form-foot">
        <button
          type="button"
          className="link"
          onClick={() => {
            setRecovery(!isRecovery);
            setCode("");
            confirm.reset();
          }}
        >
          {t(isRecovery ? "people.useDevice" : "people.useRecovery")}
        </button>
        <button type="button" className="link" disabled={leave.isPending} onClick={() => leave.mutate()}>
          {t("people.someoneElse")}
        </button>
      </p>
    </form>
  );
}
