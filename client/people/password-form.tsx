import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { tell } from "../desk/call.ts";
import { sessionChanged } from "../desk/use-session.ts";
import { FormProblem, PasswordField, TextField } from "./field.tsx";
import { useProblem } from "./problem.ts";

/** Name and password; whose name is known already types the password alone. */
export function PasswordForm({ knownName }: { knownName?: string }) {
  const { t } = useTranslation();
  const problem = useProblem();
  const [typedName, setName] = useState("");
  const [password, setPassword] = useState("");
  const [isAsked, setAsked] = useState(false);
  const name = knownName ?? typedName;
  const signIn = useMutation({
    mutationFn: () => tell("session", "signIn", { name, password }),
    onSuccess: sessionChanged,
    onError: () => setPassword(""),
  });
  const missing = (value: string) => (isAsked && value === "" ? t("people.problem.required") : undefined);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (name !== "" && password !== "") signIn.mutate(undefined, { onSettled: () => setAsked(false) });
      }}
    >
      {knownName === undefined ? (
        <TextField
          label={t("people.name")}
          value={typedName}
          onChange={setName}
          error={missing(typedName)}
          autoComplete="username"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={80}
          autoFocus
        />
      ) : (
        <>
          <p className="form-known">{knownName}</p>
          <input type="text" value={knownName} autoComplete="username" readOnly hidden />
        </>
      )}
      <PasswordField
        label={t("people.password")}
        value={password}
        onChange={setPassword}
        error={missing(password)}
        autoComplete="current-password"
        maxLength={128}
        autoFocus={knownName !== undefined}
      />
      <FormProblem>{problem(signIn.error)}</FormProblem>
      <button type="submit" className="control primary wide" disabled={signIn.isPending}>
        {t(signIn.isPending ? "people.signingIn" : "people.signIn")}
      </button>
    </form>
  );
}
