import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { zAccountName } from "#domain/people/account.ts";
import { SIGN_IN_PATH } from "#domain/people/session.ts";
import { tell } from "../desk/call.ts";
import { Waiting } from "../desk/states.tsx";
import { sessionChanged, useSession } from "../desk/use-session.ts";
import { FormProblem, TextField } from "./field.tsx";
import { linkToken, NoLink } from "./link-token.tsx";
import { NewPasswordFields, NO_PASSWORD, wrongIn } from "./new-password-fields.tsx";
import { issueAt, useProblem } from "./problem.ts";

/** /setup#TOKEN: the first administrator, by the link that the server printed. */
export function Page() {
  const { t } = useTranslation();
  const { data } = useSession();
  const [token] = useState(linkToken);
  if (data === undefined) return <Waiting />;
  return (
    <>
      <h1>{t("people.setUp")}</h1>
      {token === null || !data.canSetUp ? <NoLink isDone={!data.canSetUp} /> : <Form token={token} />}
    </>
  );
}

function Form({ token }: { token: string }) {
  const { t } = useTranslation();
  const problem = useProblem();
  const navigate = useNavigate();
  const policy = useSession().data?.passwordPolicy ?? "asvs";
  const [name, setName] = useState("");
  const [next, setNext] = useState(NO_PASSWORD);
  const [isAsked, setAsked] = useState(false);
  const finish = useMutation({
    mutationFn: () => tell("setup", "finish", { token, name, password: next.password }),
    onSuccess: async () => {
      // Leaves before the state says that nothing is left to set up.
      await navigate({ to: SIGN_IN_PATH, replace: true });
      await sessionChanged();
    },
  });
  const isName = zAccountName.safeParse(name).success;
  const wrong = wrongIn(next, policy, name);
  const atField = issueAt(finish.error, "password") ?? issueAt(finish.error, "name");
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (isName && wrong === null) finish.mutate();
      }}
    >
      <p>{t("people.setUpHint")}</p>
      <TextField
        label={t("people.name")}
        value={name}
        onChange={setName}
        hint={t("people.problem.name")}
        error={isAsked && !isName ? t("people.problem.name") : undefined}
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        autoFocus
      />
      <NewPasswordFields
        value={next}
        onChange={setNext}
        wrong={isAsked && isName ? wrong : null}
        refused={finish.error}
      />
      <FormProblem>
        {atField === undefined ? problem(finish.error, { NOT_FOUND: "link", CONFLICT: "taken" }) : undefined}
      </FormProblem>
      <button type="submit" className="control primary wide" disabled={finish.isPending}>
        {t("people.setUpDo")}
      </button>
    </form>
  );
}
