import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SIGN_IN_PATH } from "#domain/people/session.ts";
import { tell } from "../desk/call.ts";
import { sessionChanged, useSession } from "../desk/use-session.ts";
import { FormProblem } from "./field.tsx";
import { linkToken, NoLink } from "./link-token.tsx";
import { NewPasswordFields, NO_PASSWORD, wrongIn } from "./new-password-fields.tsx";
import { issueAt, useProblem } from "./problem.ts";

/** /desk/new-password#TOKEN: an account's owner sets his password, and is in. */
export function Page() {
  const { t } = useTranslation();
  const [token] = useState(linkToken);
  return (
    <>
      <h1>{t("people.setPassword")}</h1>
      {token === null ? <NoLink /> : <Form token={token} />}
    </>
  );
}

function Form({ token }: { token: string }) {
  const { t } = useTranslation();
  const problem = useProblem();
  const navigate = useNavigate();
  const policy = useSession().data?.passwordPolicy ?? "asvs";
  const [next, setNext] = useState(NO_PASSWORD);
  const [isAsked, setAsked] = useState(false);
  const set = useMutation({
    mutationFn: () => tell("session", "setPassword", { token, password: next.password }),
    onSuccess: async () => {
      await sessionChanged();
      await navigate({ to: SIGN_IN_PATH, replace: true });
    },
  });
  // Whose account it is the server alone knows: it says so where the password names him.
  const wrong = wrongIn(next, policy, "");
  const atField = issueAt(set.error, "password") !== undefined;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (wrong === null) set.mutate();
      }}
    >
      <p>{t("people.setPasswordHint")}</p>
      <NewPasswordFields
        value={next}
        onChange={setNext}
        wrong={isAsked ? wrong : null}
        refused={set.error}
        autoFocus
      />
      <FormProblem>
        {atField ? undefined : problem(set.error, { NOT_FOUND: "link", BAD_REQUEST: "link" })}
      </FormProblem>
      <button type="submit" className="control primary wide" disabled={set.isPending}>
        {t("people.setPassword")}
      </button>
    </form>
  );
}
