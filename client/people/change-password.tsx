import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { tell } from "../desk/call.ts";
import { refreshSession, useSession } from "../desk/use-session.ts";
import { FormProblem, PasswordField } from "./field.tsx";
import { NewPasswordFields, NO_PASSWORD, wrongIn } from "./new-password-fields.tsx";
import { issueAt, useProblem } from "./problem.ts";

/** The present password and a new one. */
export function ChangePassword({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { t } = useTranslation();
  const problem = useProblem();
  const { data } = useSession();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState(NO_PASSWORD);
  const [isAsked, setAsked] = useState(false);
  const change = useMutation({
    mutationFn: () => tell("session", "changePassword", { current, password: next.password }),
    onSuccess: async () => {
      onDone();
      await refreshSession();
    },
  });
  const wrong = wrongIn(next, data?.passwordPolicy ?? "asvs", data?.account?.name ?? "");
  const atField = issueAt(change.error, "password") !== undefined;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (wrong === null && current !== "") change.mutate();
      }}
    >
      <PasswordField
        label={t("people.current")}
        value={current}
        onChange={setCurrent}
        error={isAsked && current === "" ? t("people.problem.required") : undefined}
        autoComplete="current-password"
        autoFocus
      />
      <NewPasswordFields
        value={next}
        onChange={setNext}
        wrong={isAsked ? wrong : null}
        refused={change.error}
      />
      <FormProblem>
        {atField ? undefined : problem(change.error, { UNAUTHORIZED: "wrongPassword" })}
      </FormProblem>
      <div className="form-buttons">
        <button type="submit" className="control primary" disabled={change.isPending}>
          {t("people.me.change")}
        </button>
        <button type="button" className="control" onClick={onCancel}>
          {t("people.cancel")}
        </button>
      </div>
    </form>
  );
}
